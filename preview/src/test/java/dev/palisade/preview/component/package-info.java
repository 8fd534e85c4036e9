/** The component's expansion against what the real one registers. */
@NullMarked
package dev.palisade.preview.component;

import org.jspecify.annotations.NullMarked;
