package dev.palisade.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.palisade.e2e.engine.EventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each stack from nothing to nothing: previewed, made, kept, changed and taken down. */
class LifeCycleIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void prodLivesAndGoesInOrder(@TempDir Path scratch) throws IOException {
        live("prod", scratch);
    }

    @Test
    @Tag("long")
    void soDoesDev(@TempDir Path scratch) throws IOException {
        live("dev", scratch);
    }

    private static void live(String stack, Path scratch) throws IOException {
        try (var live = new LiveStack(scratch, stack)) {
            var preview = live.gated("preview");
            assertThat(preview.exitCode()).as(preview.outcome().everything()).isZero();
            assertThat(live.cloud().creations()).isZero();

            var up = live.gated("up");
            assertThat(up.exitCode()).as(up.outcome().everything()).isZero();
            live.stateIsTheCloud();
            assertSecretsAreEncrypted(live);

            for (var command : List.of("up", "refresh")) {
                // With the pack again: without it an update would take its remediation back.
                var again = command.equals("up")
                        ? live.gated(command)
                        : live.pulumi().run(command);
                assertThat(again.exitCode()).as(again.outcome().everything()).isZero();
                assertThat(again.events().done())
                        .filteredOn(it -> !it.operation().equals("same"))
                        .isEmpty();
            }

            Files.writeString(
                    live.pulumi().settings(),
                    Files.readString(live.pulumi().settings())
                            .replaceFirst("(palisade:logRetentionDays: )\\S+", "$1\"1827\""));
            var changed = live.gated("up");
            assertThat(changed.exitCode()).as(changed.outcome().everything()).isZero();
            assertThat(changed.events().changes()).containsOnlyKeys("same", "update");
            live.stateIsTheCloud();

            // What holds data is protected; whoever means to lose it says so first.
            var unprotect = live.pulumi().command("state", "unprotect", "--all", "--yes");
            assertThat(unprotect.exitCode()).as(unprotect.everything()).isZero();
            var destroy = live.pulumi().run("destroy");
            assertThat(destroy.exitCode()).as(destroy.outcome().everything()).isZero();
            assertThat(live.cloud().things()).isEmpty();
            assertTeardownOrder(destroy.events());
            if (stack.equals("prod")) {
                assertInTurn(
                        destroy.events(),
                        List.of(
                                List.of("core/v1:Namespace::service"),
                                List.of("ClusterImagePolicy::service"),
                                List.of("helm.sh/v3:Release::policy-controller"),
                                List.of("core/v1:Namespace::admission"),
                                List.of("aws:eks/nodeGroup:NodeGroup::nodes-")));
            }
            System.out.printf(
                    "%s: preview %d s, up %d s with %d resources, a changed setting %d s with %d updates, destroy %d s%n",
                    stack,
                    preview.outcome().took().toSeconds(),
                    up.outcome().took().toSeconds(),
                    live.cloud().creations(),
                    changed.outcome().took().toSeconds(),
                    changed.events().changes().get("update"),
                    destroy.outcome().took().toSeconds());
        }
    }

    /**
     * What the program marks as secret stands nowhere in the state's file but encrypted. The EKS component itself hands
     * its kubeconfig on in the clear, which names a command that gets a token and holds no credential.
     */
    private static void assertSecretsAreEncrypted(LiveStack live) throws IOException {
        var shown = live.pulumi().command("stack", "export", "--show-secrets");
        // Each is a JSON text: a string with its quotes, as it would stand in the file.
        var secrets = JSON.readTree(shown.output()).findValuesAsText("plaintext").stream()
                .filter(text -> text.startsWith("\""))
                .distinct()
                .toList();
        assertThat(secrets).as("secrets of the stack").isNotEmpty();
        var state = JSON.readTree(live.stateFile().toFile());
        var resources = (ArrayNode) state.at("/checkpoint/latest/resources");
        assertThat(resources.size()).isPositive();
        for (int i = resources.size() - 1; i >= 0; i--) {
            if (resources.get(i).path("urn").asText().contains("eks:index:Cluster")) {
                resources.remove(i);
            }
        }
        assertThat(state.toString()).contains("ciphertext").doesNotContain(secrets);
    }

    /**
     * What needs another to be taken down goes before it: a binding's finalizer needs the controller, the controller
     * and the pods need nodes, the nodes' network interfaces need the CNI, and all of them their security groups.
     */
    private static void assertTeardownOrder(EventLog log) {
        assertInTurn(
                log,
                List.of(
                        List.of("apps/v1:Deployment::service", "TargetGroupBinding::service"),
                        List.of("helm.sh/v3:Release::load-balancer-controller"),
                        List.of("aws:eks/nodeGroup:NodeGroup::nodes-"),
                        List.of("aws:eks/addon:Addon::vpc-cni"),
                        List.of("aws:eks/cluster:Cluster::"),
                        List.of("aws:ec2/securityGroup:SecurityGroup::nodes")));
    }

    private static void assertInTurn(EventLog log, List<List<String>> stages) {
        for (int i = 0; i + 1 < stages.size(); i++) {
            var ended = positions(log.done(), stages.get(i));
            var begun = positions(log.begun(), stages.get(i + 1));
            assertThat(Collections.max(ended))
                    .as("%s goes before %s", stages.get(i), stages.get(i + 1))
                    .isLessThan(Collections.min(begun));
        }
    }

    private static List<Integer> positions(List<EventLog.Step> steps, List<String> resources) {
        var found = steps.stream()
                .filter(step -> step.operation().equals("delete"))
                .filter(step -> resources.stream().anyMatch(step.urn()::contains))
                .map(EventLog.Step::at)
                .toList();
        assertThat(found).as("deletions of %s", resources).hasSizeGreaterThanOrEqualTo(resources.size());
        return found;
    }
}
