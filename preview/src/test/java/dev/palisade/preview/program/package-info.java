/** Pulumi programs that the tests start. */
@NullMarked
package dev.palisade.preview.program;

import org.jspecify.annotations.NullMarked;
