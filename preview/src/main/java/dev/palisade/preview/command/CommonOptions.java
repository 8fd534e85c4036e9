package dev.palisade.preview.command;

import picocli.CommandLine.Option;

/** What every command understands. */
final class CommonOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Says what the command does, and ends.")
    private boolean help;

    @Option(names = "--debug", description = "Shows stack traces and everything the program wrote.")
    private boolean debug;

    boolean help() {
        return help;
    }

    boolean debug() {
        return debug;
    }
}
