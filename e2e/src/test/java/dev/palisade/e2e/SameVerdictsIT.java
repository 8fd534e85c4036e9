package dev.palisade.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.palisade.e2e.engine.Command;
import dev.palisade.e2e.engine.EventLog.Violation;
import dev.palisade.e2e.engine.Pulumi.Run;
import dev.palisade.e2e.engine.Repository;
import dev.palisade.policy.gate.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One stack, judged four times: embedded preview, real preview, real up, and the exported state. */
class SameVerdictsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @Test
    void everyPolicyComesToTheSameVerdictOnDev(@TempDir Path scratch) throws IOException {
        assertSameVerdicts("dev", scratch);
    }

    @Test
    @Tag("long")
    void soItDoesOnProd(@TempDir Path scratch) throws IOException {
        assertSameVerdicts("prod", scratch);
    }

    private static void assertSameVerdicts(String stack, Path scratch) throws IOException {
        try (var live = new LiveStack(scratch, stack)) {
            var embedded = standings(palisade("preview", stack, "--format", "json"));
            var preview = live.gated("preview");
            var up = live.gated("up");
            var shown = live.pulumi().command("stack", "export", "--show-secrets");
            var checked = check(scratch, shown.output());
            var encrypted = check(scratch, live.pulumi().export().json());

            assertThat(checked).isEqualTo(embedded);
            int unknown = assertOnlyUnknowns(encrypted, embedded);
            assertThat(ofEngine(up, embedded)).isEqualTo(embedded);
            int inPreview = assertOnlyUnknowns(ofEngine(preview, embedded), embedded);
            System.out.printf(
                    "%s: %d policies agree; the real preview does not know %d of them, the encrypted export %d%n",
                    stack, embedded.size(), inPreview, unknown);
        }
    }

    /** Where they differ, the one that knows less says UNKNOWN; how often. */
    private static int assertOnlyUnknowns(Map<String, Standing> found, Map<String, Standing> embedded) {
        int unknown = 0;
        assertThat(found).hasSameSizeAs(embedded);
        for (var each : found.entrySet()) {
            assertThat(each.getValue()).as(each.getKey()).isIn(embedded.get(each.getKey()), Standing.UNKNOWN);
            unknown += each.getValue() == embedded.get(each.getKey()) ? 0 : 1;
        }
        return unknown;
    }

    private static Map<String, Standing> check(Path scratch, String export) throws IOException {
        var file = Files.writeString(scratch.resolve("export.json"), export);
        return standings(palisade("check", file.toString(), "--format", "json"));
    }

    /** What the engine's events say; a policy of which they say nothing passed, if it applies at all. */
    private static Map<String, Standing> ofEngine(Run run, Map<String, Standing> embedded) {
        var standings = new TreeMap<String, Standing>();
        embedded.forEach((policy, standing) ->
                standings.put(policy, standing == Standing.NOT_APPLICABLE ? Standing.NOT_APPLICABLE : Standing.PASS));
        for (var violation : run.events().violations()) {
            standings.merge(violation.policy(), standing(violation), Standing::worse);
        }
        return standings;
    }

    private static Standing standing(Violation violation) {
        if (violation.message().startsWith("UNKNOWN")) {
            return Standing.UNKNOWN;
        }
        return violation.message().startsWith("exempted by") ? Standing.EXEMPT : Standing.FAIL;
    }

    private static Map<String, Standing> standings(Command.Outcome outcome) throws IOException {
        var standings = new TreeMap<String, Standing>();
        JSON.readTree(outcome.output())
                .path("policies")
                .properties()
                .forEach(it -> standings.put(
                        it.getKey(), Standing.valueOf(it.getValue().asText())));
        assertThat(standings).as(outcome.everything()).isNotEmpty();
        return standings;
    }

    private static Command.Outcome palisade(String... words) {
        var line = new ArrayList<>(List.of(Repository.root().resolve("palisade").toString()));
        line.addAll(List.of(words));
        return Command.run(Repository.root(), Map.copyOf(System.getenv()), LIMIT, line);
    }
}
