/** What a preview would change against a baseline. */
@NullMarked
package dev.palisade.preview.change;

import org.jspecify.annotations.NullMarked;
