/** The resource tree as pulumi preview draws it. */
@NullMarked
package dev.palisade.preview.tree;

import org.jspecify.annotations.NullMarked;
