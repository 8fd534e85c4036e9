package dev.palisade.preview.command;

import dev.palisade.policy.report.Paint;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Runs one command: parses its arguments, and turns what goes wrong into one line and an exit code. */
public final class CommandLineTool {
    private final Context context;

    public CommandLineTool(Context context) {
        this.context = context;
    }

    /** With the standard streams, and what {@code ./palisade} says of the terminal. */
    public static CommandLineTool ofThisProcess() {
        var console = new Console(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Boolean.getBoolean("palisade.colour") ? Paint.COLOUR : Paint.PLAIN,
                Boolean.getBoolean("palisade.live"));
        return new CommandLineTool(new Context(console, System.in, Installation.ofThisProcess(), Clock.systemUTC()));
    }

    /** The exit code, after everything was written. */
    public int run(String... arguments) {
        var console = context.console();
        var root = new PalisadeCommand();
        var line = new CommandLine(root)
                .addSubcommand(new PreviewCommand(context, root.common()))
                .addSubcommand(new CheckCommand(context))
                .addSubcommand(new FlowsCommand(context, root.common()))
                .addSubcommand(new PoliciesCommand(context))
                .addSubcommand(new ExplainCommand(context))
                .addSubcommand(new ExemptionsCommand(context));
        line.getSubcommands().values().forEach(command -> command.addMixin("common", root.common()));
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(console.paint() == Paint.COLOUR ? Ansi.ON : Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new Failures(console, root)::badUsage)
                .setExecutionExceptionHandler(new Failures(console, root)::failed);
        int code = line.execute(arguments.length == 0 ? List.of("--help").toArray(String[]::new) : arguments);
        console.out().flush();
        console.err().flush();
        return code;
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
