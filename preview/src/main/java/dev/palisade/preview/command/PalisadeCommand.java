package dev.palisade.preview.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The tool itself: says what its commands are. */
@Command(
        name = "palisade",
        description = {
            "A checked preview of the platform: no account, no credentials, no Pulumi.",
            "",
            "Exit codes: 0 compliant, 1 a mandatory violation, 2 bad usage or input, 3 the program failed.",
            ""
        },
        commandListHeading = "%nCommands:%n")
final class PalisadeCommand {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    CommonOptions common() {
        return common;
    }
}
