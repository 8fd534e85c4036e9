/** The engine's part of a preview: a monitor that starts the program and records what it registers. */
@NullMarked
package dev.palisade.preview.recorder;

import org.jspecify.annotations.NullMarked;
