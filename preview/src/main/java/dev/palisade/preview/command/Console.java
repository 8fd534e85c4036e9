package dev.palisade.preview.command;

import dev.palisade.policy.report.Paint;
import java.io.PrintStream;

/**
 * Where a command writes: results to {@code out}, what it is doing and what went wrong to {@code err}.
 *
 * @param live whether {@code err} is a terminal, where a line can be overwritten
 */
public record Console(PrintStream out, PrintStream err, Paint paint, boolean live) {}
