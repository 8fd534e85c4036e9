package dev.palisade.preview.command;

import dev.palisade.policy.report.Paint;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Runs one command: parses its arguments, and turns what goes wrong into one line and an exit code. */
public final class CommandLineTool {
    private final Context context;

    public CommandLineTool(Console console, InputStream in, Installation installation, Clock clock) {
        context = new Context(console, in, installation, clock);
    }

    /** With the standard streams, and what {@code ./palisade} says of the terminal. */
    public static CommandLineTool ofThisProcess() {
        var console = new Console(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Boolean.getBoolean("palisade.colour") ? Paint.COLOUR : Paint.PLAIN,
                Boolean.getBoolean("palisade.live"));
        return new CommandLineTool(console, System.in, Installation.ofThisProcess(), Clock.systemUTC());
    }

    /** The exit code, after everything was written. */
    public int run(String... arguments) {
        var console = context.console();
        var root = new PalisadeCommand();
        var line = new CommandLine(root);
        asked(commands(root), arguments).forEach((name, command) -> line.addSubcommand(name, command.get()));
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

    private Map<String, Supplier<Object>> commands(PalisadeCommand root) {
        var commands = new LinkedHashMap<String, Supplier<Object>>();
        commands.put("preview", () -> new PreviewCommand(context, root.common()));
        commands.put("check", () -> new CheckCommand(context));
        commands.put("flows", () -> new FlowsCommand(context, root.common()));
        commands.put("policies", () -> new PoliciesCommand(context));
        commands.put("explain", () -> new ExplainCommand(context));
        commands.put("exemptions", () -> new ExemptionsCommand(context));
        return commands;
    }

    /** The command that is named first, else all: to read the options of each takes longer than to run some of them. */
    private static Map<String, Supplier<Object>> asked(Map<String, Supplier<Object>> commands, String... arguments) {
        var first = arguments.length == 0 ? null : commands.get(arguments[0]);
        return first == null ? commands : Map.of(arguments[0], first);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
