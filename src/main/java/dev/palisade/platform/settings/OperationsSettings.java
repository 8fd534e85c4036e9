package dev.palisade.platform.settings;

import java.util.Optional;

/** How the platform is kept and watched. */
public record OperationsSettings(
        boolean protectData,
        int logRetentionDays,
        String alertEmail,
        int monthlyBudget,
        Optional<String> githubRepository) {

    static OperationsSettings read(SettingsReader reader) {
        var retention = reader.text(
                "logRetentionDays",
                Shape.matching(
                        "days that CloudWatch Logs offers from a year up: 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653",
                        "365|400|545|731|1096|1827|2192|2557|2922|3288|3653"),
                "Days that logs are kept.");
        return new OperationsSettings(
                reader.flag(
                        "protectData",
                        false,
                        "Refuse to delete what holds data: keys, logs, buckets, registry, load balancer."),
                reader.clean() ? Integer.parseInt(retention) : 0,
                reader.text("alertEmail", Shape.EMAIL, "Where alarms go."),
                reader.number(
                        "monthlyBudget", 1, 1_000_000, 500, "US dollars a month; alerts go out at 80 % and 100 %."),
                reader.optionalText(
                        "githubRepository",
                        Shape.matching("a repository as owner/name", "[\\w.-]+/[\\w.-]+"),
                        "The repository whose workflows may preview, push images and write reports; where image is set, only what it has signed is admitted."));
    }
}
