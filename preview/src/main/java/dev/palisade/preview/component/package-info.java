/** Packaged components expanded into the children that the real ones register. */
@NullMarked
package dev.palisade.preview.component;

import org.jspecify.annotations.NullMarked;
