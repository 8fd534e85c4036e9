/** The command line, from arguments to exit codes. */
@NullMarked
package dev.palisade.preview.command;

import org.jspecify.annotations.NullMarked;
