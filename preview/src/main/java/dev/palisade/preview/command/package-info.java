/** The command line: one class a command. */
@NullMarked
package dev.palisade.preview.command;

import org.jspecify.annotations.NullMarked;
