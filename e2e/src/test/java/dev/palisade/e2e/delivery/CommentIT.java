package dev.palisade.e2e.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.engine.Command;
import dev.palisade.e2e.engine.Repository;
import dev.palisade.e2e.engine.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The step that writes comments holds a token that may write, and reads what anybody may have written. */
class CommentIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    Path scratch = Path.of("");

    /** Two open pull requests from one branch name, of which the second is meant; its comment number 9 is ours. */
    @BeforeEach
    void gitHubIsAScript() throws IOException {
        Files.createDirectory(scratch.resolve("bin"));
        Scripts.write(scratch.resolve("bin/gh"), """
                echo "$*" >>"%s/calls"
                case "$*" in
                    *repos/o/r/pulls*) echo '[{"number":7,"head":{"sha":"old"}},{"number":12,"head":{"sha":"new"}}]' ;;
                    *--paginate*)
                        echo '[{"id":5,"user":{"login":"someone"},"body":"<!-- palisade preview -->"}]'
                        echo '[{"id":9,"user":{"login":"github-actions[bot]"},"body":"<!-- palisade preview --> old"}]' ;;
                esac
                """.formatted(scratch));
    }

    @Test
    void itRewritesItsOwnCommentOnThePullRequestOfTheCommit() throws IOException {
        report("fine");
        assertThat(comment("new")).contains("fine").contains("no preview of prod");
        assertThat(calls()).contains("issues/12/comments").contains("--method PATCH repos/o/r/issues/comments/9 ");
    }

    @Test
    void itSaysNothingWhenThePullRequestHasMovedOn() throws IOException {
        report("fine");
        comment("gone");
        assertThat(calls()).doesNotContain("comments");
    }

    @Test
    void aHostileReportMentionsNobodyLinksNowhereAndBringsNoMarkup() throws IOException {
        report("@everyone [click](https://evil.example) www.evil.example <img src=//evil> <!-- <details><summary>x");
        assertThat(comment("new").lines().skip(2))
                .anyMatch(line -> line.contains("<details><summary>x"))
                .noneMatch(line -> line.contains("@e")
                        || line.contains("](")
                        || line.contains("://")
                        || line.contains("www.e")
                        || line.contains("<img")
                        || line.contains("<!--"));
    }

    @Test
    void aReportWithoutEndIsCut() throws IOException {
        report("x".repeat(1_000_000));
        assertThat(comment("new").length()).isBetween(30_000, 65_536);
    }

    @Test
    void aLinkInPlaceOfAReportIsNotFollowed() throws IOException {
        Files.writeString(scratch.resolve("secret"), "secret");
        Files.createDirectories(scratch.resolve("previews/preview-dev"));
        Files.createSymbolicLink(scratch.resolve("previews/preview-dev/report.md"), scratch.resolve("secret"));
        assertThat(comment("new")).doesNotContain("secret");
    }

    private void report(String text) throws IOException {
        Files.writeString(
                Files.createDirectories(scratch.resolve("previews/preview-dev")).resolve("report.md"), text);
    }

    /** What the step writes for a run on this commit. */
    private String comment(String commit) throws IOException {
        var environment = new HashMap<>(System.getenv());
        environment.putAll(Map.of(
                "PATH", scratch.resolve("bin") + ":" + System.getenv("PATH"),
                "RUNNER_TEMP", scratch.toString(),
                "REPOSITORY", "o/r",
                "HEAD_OWNER", "fork",
                "HEAD_BRANCH", "main",
                "HEAD_SHA", commit,
                "RUN_URL", "https://run",
                "MARKER", "<!-- palisade preview -->"));
        var outcome = Command.run(scratch, environment, LIMIT, List.of("bash", "-eo", "pipefail", "-c", step()));
        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
        var body = scratch.resolve("comment.md");
        return Files.exists(body) ? Files.readString(body) : "";
    }

    private String calls() throws IOException {
        return Files.readString(scratch.resolve("calls"));
    }

    private static String step() throws IOException {
        var file = Repository.root().resolve(".github/workflows/pull-request-comment.yml");
        Map<?, ?> workflow = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        return ((List<?>) at(workflow, "jobs", "comment", "steps"))
                .stream()
                        .map(step -> ((Map<?, ?>) step).get("run"))
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .findFirst()
                        .orElseThrow();
    }

    private static Object at(Object tree, String... path) {
        for (var key : path) {
            tree = java.util.Objects.requireNonNull(((Map<?, ?>) tree).get(key), key);
        }
        return tree;
    }
}
