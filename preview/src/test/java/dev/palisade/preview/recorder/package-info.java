/** The recorder with real programs in JVMs of their own. */
@NullMarked
package dev.palisade.preview.recorder;

import org.jspecify.annotations.NullMarked;
