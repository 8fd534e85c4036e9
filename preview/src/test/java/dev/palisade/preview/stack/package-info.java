/** Project files as people write them. */
@NullMarked
package dev.palisade.preview.stack;

import org.jspecify.annotations.NullMarked;
