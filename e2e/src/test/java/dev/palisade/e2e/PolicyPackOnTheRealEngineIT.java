package dev.palisade.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.engine.EventLog.Violation;
import dev.palisade.e2e.engine.Pulumi;
import dev.palisade.e2e.engine.Repository;
import dev.palisade.e2e.engine.Scripts;
import dev.palisade.e2e.standin.StandInPlugin;
import dev.palisade.e2e.standin.Weakening;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engineer's own commands in the product's own directory; the stand-ins are plugins on PATH. */
class PolicyPackOnTheRealEngineIT {

    private static final Weakening OPENED =
            Weakening.of("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "", """
            {"cidrIpv4": "0.0.0.0/0", "fromPort": 0, "toPort": 65535, "referencedSecurityGroupId": null}""");

    private final Path scratch;

    PolicyPackOnTheRealEngineIT(@TempDir Path scratch) {
        this.scratch = scratch;
    }

    @Test
    void aCompliantStackPassesThePreview() throws IOException {
        var preview = pulumi("prod").run("preview", "--policy-pack", "policy");

        assertThat(preview.exitCode()).as(preview.outcome().everything()).isZero();
        assertThat(preview.events().changes().get("create")).isGreaterThan(100);
        assertThat(preview.events().violations()).extracting(Violation::level).doesNotContain("mandatory");
    }

    @Test
    void anOpenedSecurityGroupStopsPreviewAndUpAndNothingIsCreated() throws IOException {
        var weakened = pulumi("dev").with(Map.of(StandInPlugin.WEAKENING, OPENED.asText()));

        for (var command : new String[] {"preview", "up"}) {
            var run = weakened.run(command, "--policy-pack", "policy");

            assertThat(run.exitCode()).as(run.outcome().everything()).isNotZero();
            assertThat(run.events().violations())
                    .filteredOn(it -> it.level().equals("mandatory"))
                    .extracting(Violation::policy)
                    .contains("security-group-opens-web-ports-only");
            assertThat(weakened.export().made()).isEmpty();
        }
    }

    private Pulumi pulumi(String stack) throws IOException {
        var pulumi = Pulumi.create(Repository.root(), scratch, stack, Map.of());
        Scripts.plugins(scratch.resolve(Pulumi.PLUGINS));
        return pulumi;
    }
}
