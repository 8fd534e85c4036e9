package dev.palisade.preview.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.flow.Flows;
import dev.palisade.policy.graph.Deployment;
import dev.palisade.policy.report.Paint;
import dev.palisade.policy.rules.Catalogue;
import dev.palisade.preview.program.SmallPlatform;
import dev.palisade.preview.program.ThrowingProgram;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineToolTest {
    private static final String EMPTY_GRAPH = "{\"version\": 3, \"deployment\": {\"resources\": []}}";
    /** Nothing in it breaks a rule for single resources, whatever rules there are for stacks. */
    private static final String STACK = "urn:pulumi:test::small::pulumi:pulumi:Stack::small-test";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it before each test.
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String standardInput = "";
    private Class<?> program = ThrowingProgram.class;

    @BeforeEach
    void writeProject() throws IOException {
        Files.writeString(directory.resolve("Pulumi.yaml"), "name: small\nruntime: java\n");
        Files.writeString(directory.resolve("Pulumi.test.yaml"), "config:\n  small:password:\n    secure: v1:abc\n");
    }

    @Test
    void aPreviewDrawsTheTreeJudgesItAndWritesAGraphThatCheckReads() throws Exception {
        program = SmallPlatform.class;
        var reports = directory.resolve("reports");

        int code = run("preview", "test", "--out", reports.toString());

        assertThat(code).as(err()).isEqualTo(1);
        assertThat(out())
                .containsPattern("(?m)^ \\+  pulumi:pulumi:Stack +small-test +create$")
                .containsPattern("(?m)^ \\+  .*└─ aws:ec2:Vpc +vpc +create$")
                .contains("Put right before registration", "switch-cluster-creator-admin-off")
                .contains("Security checklist", "NOT COMPLIANT")
                .doesNotContain("\u001b[");
        assertThat(err()).contains("Running the program for stack test");
        assertThat(reports)
                .isDirectoryContaining("glob:**graph.json")
                .isDirectoryContaining("glob:**report.sarif")
                .isDirectoryContaining("glob:**junit.xml")
                .isDirectoryContaining("glob:**report.html")
                .isDirectoryContaining("glob:**report.md");
        var graph = Deployment.read(Files.readString(reports.resolve("graph.json")));
        assertThat(graph.find(STACK)).isPresent();

        out.reset();
        int again = run("check", reports.resolve("graph.json").toString(), "--format", "json");
        assertThat(again).isEqualTo(1);
        assertThat(out().strip().lines()).hasSize(1);
        assertThat(out()).contains("\"stack\":\"test\",\"compliant\":false");

        out.reset();
        run("preview", "test", "--baseline", reports.resolve("graph.json").toString());
        assertThat(out()).containsPattern("Resources: \\d+ unchanged");
    }

    @Test
    void flowsOfAGraphAreListedOneByOneAndAGraphWithoutThemIsNotCompliant() throws IOException {
        var file = Files.writeString(directory.resolve("graph.json"), EMPTY_GRAPH);

        assertThat(run("flows", file.toString())).isEqualTo(1);
        for (var flow : Flows.declared().all()) {
            assertThat(out()).contains(flow.name());
        }
        assertThat(out()).containsPattern("FAIL +\\S+ +required: ").containsPattern("\\d+ not as declared");
    }

    @Test
    void anUnknownStackIsBadInput() {
        assertThat(run("preview", "staging")).isEqualTo(2);
        assertThat(err())
                .isEqualTo("error: There is no stack staging: give one of test, or write Pulumi.staging.yaml\n");
    }

    @Test
    void aProgramThatThrowsEndsWithThreeAndWithoutAStackTrace() {
        assertThat(run("preview", "test")).isEqualTo(3);
        assertThat(err())
                .containsPattern(
                        "error: the program failed: the zones do not fit the network \\(ThrowingProgram.java:\\d+\\)")
                .doesNotContain("\tat ");
    }

    @Test
    void aMainClassWithoutAStackIsBadInputWithItsRemedy() {
        program = CommandLineToolTest.class;

        assertThat(run("preview", "test")).isEqualTo(2);
        assertThat(err())
                .contains("CommandLineToolTest has no public static void stack(Context)")
                .contains("Pulumi.run(CommandLineToolTest::stack)");
    }

    @Test
    void debugShowsWhereAProgramThrew() {
        assertThat(run("preview", "test", "--debug")).isEqualTo(3);
        assertThat(err()).contains("\tat dev.palisade.preview.program.ThrowingProgram");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON", "[]", "{}", "{\"deployment\": {\"resources\": [{\"type\": \"x\"}]}}"})
    void whatIsNoGraphIsBadInput(String text) throws IOException {
        var file = Files.writeString(directory.resolve("graph.json"), text);

        assertThat(run("check", file.toString())).isEqualTo(2);
        assertThat(err()).startsWith("error: " + file + ": ").hasLineCount(1);
    }

    @Test
    void aGraphThatIsMissingIsBadInput() {
        assertThat(run("check", "absent.json")).isEqualTo(2);
        assertThat(err()).contains("absent.json: no such file", "pulumi stack export");
    }

    @Test
    void manyGraphsGiveOneLineEachAlsoFromStandardInput() throws IOException {
        standardInput = EMPTY_GRAPH;
        var file = Files.writeString(directory.resolve("graph.json"), EMPTY_GRAPH);

        run("check", "--format", "json", file.toString(), "-");

        assertThat(out().strip().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("{\"graph\":\"" + file + "\",\"stack\":"),
                        line -> assertThat(line).startsWith("{\"graph\":\"-\",\"stack\":"));
    }

    @Test
    void oneOfManyGraphsThatCannotBeReadTakesNothingFromTheOthers() throws IOException {
        standardInput = EMPTY_GRAPH;

        assertThat(run("check", "--format", "json", "absent.json", "-")).isEqualTo(2);

        assertThat(err()).startsWith("error: absent.json: no such file").hasLineCount(1);
        assertThat(out().strip().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("{\"error\":\"absent.json: no such file")
                                .endsWith("\"graph\":\"absent.json\"}"),
                        line -> assertThat(line).startsWith("{\"graph\":\"-\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"preview", "check", "flows", "policies", "explain", "exemptions"})
    void everyCommandHelps(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out()).contains("Usage: palisade " + command);
    }

    @Test
    void withoutACommandTheCommandsAreListed() {
        assertThat(run()).isZero();
        assertThat(out()).contains("preview", "check", "policies", "explain", "exemptions", "Exit codes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    preview | Missing <stack>
                    explain | Missing <id>
                    check | Missing <graph>
                    preview test dev | Unexpected argument: dev
                    policies all | Unexpected argument: all
                    preview test --bogus | Unrecognized option: --bogus
                    check - --form json | Unrecognized option: --form
                    preview test --out | Missing argument for option: out
                    preview test --out= | --out is given nothing
                    preview test --out a --out b | --out is given 2 times
                    check - --format xml | --format: there is no format xml: give one of TEXT, JSON
                    check - --framework iso | --framework: there is no standard iso: give one of cis-eks
                    """)
    void usageThatIsWrongIsOneLineThatPointsToHelp(String line, String message) {
        var arguments = line.split(" ", -1);

        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err())
                .startsWith("error: " + message)
                .endsWith("; `palisade " + arguments[0] + " --help` shows how\n")
                .hasLineCount(1);
        assertThat(out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"prevue, There is no command prevue: give one of preview", "--bogus, Unrecognized option: --bogus"})
    void whatIsNoCommandIsAnsweredWithAll(String argument, String message) {
        assertThat(run(argument)).isEqualTo(2);
        assertThat(err())
                .startsWith("error: " + message)
                .endsWith("; `palisade --help` shows how\n")
                .hasLineCount(1);
    }

    @Test
    void optionsMayStandBeforeTheCommand() {
        assertThat(run("--debug", "preview", "test")).isEqualTo(3);
        assertThat(err()).contains("\tat dev.palisade.preview.program.ThrowingProgram");
    }

    @Test
    void everyPolicyIsListedAndExplained() {
        run("policies");
        for (var policy : Catalogue.policies()) {
            assertThat(out()).contains(policy.id());
        }

        out.reset();
        var policy = Catalogue.policies().get(0);
        assertThat(run("explain", policy.id())).isZero();
        assertThat(out()).contains(policy.info().why(), policy.info().remedy());
    }

    @Test
    void aMistypedPolicyIsAnsweredWithNearOnes() {
        assertThat(run("explain", "kms-key-rotate")).isEqualTo(2);
        assertThat(err()).contains("There is no policy kms-key-rotate", "kms-key-rotates");
    }

    @Test
    void exemptionsAreListedWithTheDaysThatTheyHaveLeft() {
        assertThat(run("exemptions")).isZero();
        assertThat(out()).containsPattern("\\d+ exemptions");
    }

    private int run(String... arguments) {
        var console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Paint.PLAIN,
                false);
        var installation = new Installation(directory, program.getName());
        var clock = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
        var in = new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8));
        return new CommandLineTool(console, in, installation, clock).run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
