package dev.palisade.preview.command;

import dev.palisade.policy.report.Paint;
import dev.palisade.preview.recorder.ProgramFailed;
import dev.palisade.preview.stack.BadInput;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs one command: parses its arguments, and turns what goes wrong into one line and an exit code. */
public final class CommandLineTool {
    private final Context context;
    private final List<Command> commands;

    public CommandLineTool(Console console, InputStream in, Installation installation, Clock clock) {
        context = new Context(console, in, installation, clock);
        commands = List.of(
                new PreviewCommand(context),
                new CheckCommand(context),
                new FlowsCommand(context),
                new PoliciesCommand(context),
                new ExplainCommand(context),
                new ExemptionsCommand(context));
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
        var given = new ArrayList<>(List.of(arguments));
        var name = given.stream()
                .filter(argument -> !argument.startsWith("-"))
                .findFirst()
                .orElse("");
        given.remove(name);
        var command = commands.stream().filter(one -> one.name().equals(name)).findFirst();
        int code;
        try {
            code = command.isPresent() ? run(context.console(), command.get(), given) : list(name, given);
        } catch (Exception e) {
            var failures = new Failures(context.console(), given.contains("--debug"));
            code = failures.exitCode(e, command.map(Command::name).orElse(""));
        }
        context.console().out().flush();
        context.console().err().flush();
        return code;
    }

    private static int run(Console console, Command command, List<String> arguments)
            throws BadUsage, BadInput, ProgramFailed, InterruptedException {
        var given = Given.of(command.options(), arguments);
        if (given.help()) {
            console.out().println(Usage.of(command));
            return ExitCode.COMPLIANT;
        }
        command.operands().check(given.operands());
        return command.run(given);
    }

    private int list(String name, List<String> arguments) throws BadUsage {
        if (!name.isEmpty()) {
            var names = commands.stream().map(Command::name).collect(Collectors.joining(", "));
            throw new BadUsage("There is no command " + name + ": give one of " + names);
        }
        Operands.NONE.check(Given.of(List.of(), arguments).operands());
        context.console().out().println(Usage.of(commands));
        return ExitCode.COMPLIANT;
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
