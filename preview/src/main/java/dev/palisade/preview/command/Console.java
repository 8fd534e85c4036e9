package dev.palisade.preview.command;

import dev.palisade.policy.report.Paint;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.io.PrintStream;

/**
 * Where a command writes: results to {@code out}, what it is doing and what went wrong to {@code err}.
 *
 * @param live whether {@code err} is a terminal, where a line can be overwritten
 */
@SuppressFBWarnings(value = "EI_EXPOSE_REP", justification = "Streams are there to be written to by whoever has them")
public record Console(PrintStream out, PrintStream err, Paint paint, boolean live) {}
