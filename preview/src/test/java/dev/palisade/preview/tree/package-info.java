/** The tree as it is drawn. */
@NullMarked
package dev.palisade.preview.tree;

import org.jspecify.annotations.NullMarked;
