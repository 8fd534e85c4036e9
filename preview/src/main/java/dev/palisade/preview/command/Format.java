package dev.palisade.preview.command;

import java.util.Locale;
import org.apache.commons.cli.Option;

/** How a command prints its result. */
enum Format {
    TEXT,
    JSON;

    static final Option OPTION = Option.builder()
            .longOpt("format")
            .hasArg()
            .argName("FORMAT")
            .desc("TEXT, JSON; default: TEXT. JSON is one line a graph.")
            .get();

    static Format of(Given given) throws BadUsage {
        var name = given.value(OPTION).orElse(TEXT.name());
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "TEXT" -> TEXT;
            case "JSON" -> JSON;
            default -> throw new BadUsage("--format: there is no format " + name + ": give one of TEXT, JSON");
        };
    }
}
