package dev.palisade.e2e.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.engine.Command;
import dev.palisade.e2e.engine.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both linters read every workflow and action, with nothing switched off; {@code .ci/run} installs them. */
class WorkflowsIT {
    private static final Path GITHUB = Repository.root().resolve(".github");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Pattern USES = Pattern.compile("uses: (\\S+)(.*)");

    @Test
    void actionlintFindsNothing() {
        var outcome = run("actionlint", "-shellcheck", "shellcheck");
        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
    }

    @Test
    void zizmorFindsNothingEvenWhenItIsPedantic() {
        var outcome = run("zizmor", "--offline", "--persona=pedantic", "--no-progress", GITHUB.toString());
        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
    }

    @Test
    void neitherIsConfiguredToOverlookAnything() {
        assertThat(Stream.of("zizmor.yml", "zizmor.yaml", "actionlint.yml", "actionlint.yaml")
                        .flatMap(name -> Stream.of(GITHUB.resolve(name), GITHUB.resolveSibling(name))))
                .allMatch(Files::notExists);
    }

    @Test
    void whatIsOverlookedIsOneFindingAtOnePlaceWithItsReason() throws IOException {
        assertThat(lines().filter(line -> line.contains("zizmor: ignore")))
                .hasSize(1)
                .allMatch(line -> line.matches(".*# zizmor: ignore\\[[a-z-]+] \\S+ .+"));
        assertThat(lines().filter(line -> line.contains("continue-on-error") || line.contains("shellcheck disable")))
                .isEmpty();
    }

    @Test
    void everyForeignActionIsPinnedByItsCommitAndSaysItsVersion() throws IOException {
        assertThat(lines().map(USES::matcher)
                        .filter(java.util.regex.Matcher::find)
                        .filter(uses -> !uses.group(1).startsWith("./")))
                .isNotEmpty()
                .allMatch(uses -> uses.group(1).matches("[\\w./-]+@[0-9a-f]{40}")
                        && uses.group(2).matches(" # v\\d+\\.\\d+\\.\\d+"));
    }

    private static Stream<String> lines() throws IOException {
        try (var files = Files.walk(GITHUB)) {
            var lines = new ArrayList<String>();
            for (var file :
                    files.filter(file -> file.toString().endsWith(".yml")).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
            return lines.stream();
        }
    }

    private static Command.Outcome run(String... line) {
        return Command.run(Repository.root(), Map.copyOf(System.getenv()), LIMIT, List.of(line));
    }
}
