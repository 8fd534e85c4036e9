/** What counts as a change. */
@NullMarked
package dev.palisade.preview.change;

import org.jspecify.annotations.NullMarked;
