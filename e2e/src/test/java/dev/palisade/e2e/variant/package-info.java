/** What the program makes of settings other than those of its stack files. */
@NullMarked
package dev.palisade.e2e.variant;

import org.jspecify.annotations.NullMarked;
