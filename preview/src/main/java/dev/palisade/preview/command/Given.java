package dev.palisade.preview.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** What a command line gives a command. */
final class Given {
    /** What every command understands. */
    static final List<Option> COMMON = List.of(
            Option.builder("h")
                    .longOpt("help")
                    .desc("Says what the command does, and ends.")
                    .get(),
            Option.builder()
                    .longOpt("debug")
                    .desc("Shows stack traces and everything the program wrote.")
                    .get());

    private final CommandLine line;

    private Given(CommandLine line) {
        this.line = line;
    }

    /** Reads what stands after a command's name. */
    static Given of(List<Option> understood, List<String> arguments) throws BadUsage {
        var options = new Options();
        COMMON.forEach(options::addOption);
        understood.forEach(options::addOption);
        try {
            var parser = DefaultParser.builder().setAllowPartialMatching(false).get();
            return new Given(parser.parse(options, arguments.toArray(String[]::new)));
        } catch (ParseException e) {
            throw new BadUsage(String.valueOf(e.getMessage()), e);
        }
    }

    boolean help() {
        return line.hasOption("help");
    }

    boolean debug() {
        return line.hasOption("debug");
    }

    List<String> operands() {
        return line.getArgList();
    }

    /** The one operand of a command that takes one. */
    String operand() {
        return line.getArgList().get(0);
    }

    /** The value of an option; which of two would count, nobody could say. */
    Optional<String> value(Option option) throws BadUsage {
        var values = line.getOptionValues(option);
        if (values != null && values.length > 1) {
            throw new BadUsage("--" + option.getLongOpt() + " is given " + values.length + " times");
        }
        if (values != null && values[0].isEmpty()) {
            throw new BadUsage("--" + option.getLongOpt() + " is given nothing");
        }
        return values == null ? Optional.empty() : Optional.of(values[0]);
    }

    Optional<Path> path(Option option) throws BadUsage {
        try {
            return value(option).map(Path::of);
        } catch (InvalidPathException e) {
            throw new BadUsage("--" + option.getLongOpt() + ": " + e.getMessage(), e);
        }
    }
}
