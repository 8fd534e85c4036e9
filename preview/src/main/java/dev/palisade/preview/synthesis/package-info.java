/** Well-formed provider outputs made from a resource's inputs and URN alone. */
@NullMarked
package dev.palisade.preview.synthesis;

import org.jspecify.annotations.NullMarked;
