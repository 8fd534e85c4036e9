package dev.palisade.policy.exemption;

import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.palisade.policy.flow.ExamplePlatform;
import dev.palisade.policy.framework.Evaluator;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.rules.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The service binds 0.0.0.0: an exemption that stands on evidence and falls with it. */
class WildcardBindTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Exemptions BIND = new Exemptions(Exemptions.declared().all().stream()
            .filter(exemption -> exemption.id().equals("wildcard-bind"))
            .toList());

    @Test
    void holdsOnThePlatform() {
        assertThat(problems(platform -> {})).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> fallsWith() {
        return Stream.of(
                falls("an open security group on public nodes", WildcardBindTest::openNodes, "no-way-into-nodes"),
                falls(
                        "a Service of type LoadBalancer",
                        platform -> platform.get("service").set("spec.type", "LoadBalancer"),
                        "no-way-round-the-waf"),
                falls("a detached firewall", platform -> platform.without("waf"), "no-way-round-the-waf"),
                falls(
                        "a dropped network policy",
                        platform -> platform.without("policy"),
                        "no-pod-speaks-to-the-service"),
                falls("debug mode", platform -> environment(platform, "DEBUG", "true"), "service-debug-is-off"),
                falls(
                        "authentication off",
                        platform -> environment(platform, "AUTH_DISABLED", "true"),
                        "service-authenticates-its-clients"),
                falls(
                        "a second application on the network",
                        platform -> platform.add(
                                "second",
                                resource("kubernetes:apps/v1:Deployment", "second")
                                        .set("metadata.namespace", "second")),
                        "network-serves-one-application"),
                falls(
                        "the node's own network",
                        platform -> platform.get("deployment").set("spec.template.spec.hostNetwork", true),
                        "pod-shares-nothing-with-its-node"));
    }

    /** The routes themselves: the contract, which the tests of the service hold it to, opens what is public by nature. */
    @Test
    void everyRouteButProbesAndDocumentsAsksForAToken() throws IOException {
        assertThat(open(contract())).isNotEmpty().noneMatch(path -> path.startsWith("/api"));
    }

    @Test
    void aRouteThatNoLongerAsksForATokenIsSeen() throws IOException {
        String weakened = contract().replaceFirst("(?m)^  /api/data:\\R    \\w+:\\R", "$0      security: []\n");

        assertThat(open(weakened)).contains("/api/data");
    }

    private static String contract() throws IOException {
        return Files.readString(Path.of("..", "app", "src", "main", "resources", "openapi.yaml"));
    }

    private static List<String> open(String contract) throws IOException {
        List<String> open = new ArrayList<>();
        JsonNode paths = new ObjectMapper(new YAMLFactory()).readTree(contract).path("paths");
        paths.properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            JsonNode security = operation.getValue().path("security");
            if (security.isArray() && security.isEmpty()) {
                open.add(path.getKey());
            }
        }));
        return open;
    }

    private static DynamicTest falls(String name, Consumer<ExamplePlatform> change, String evidence) {
        return DynamicTest.dynamicTest(name, () -> assertThat(problems(change))
                .contains(new ExemptionProblem("wildcard-bind", "its evidence \"" + evidence + "\" no longer holds")));
    }

    private static List<ExemptionProblem> problems(Consumer<ExamplePlatform> change) {
        ExamplePlatform platform = new ExamplePlatform();
        environment(platform, "PORT", "5000");
        change.accept(platform);
        Graph graph = platform.graph();
        return BIND.apply(new Evaluator(Catalogue.policies()).judge(graph), graph, CLOCK)
                .problems();
    }

    private static void environment(ExamplePlatform platform, String name, String value) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "AUTH_JWKS_URL", "https://login.example.com/keys",
                "AUTH_ISSUER", "https://login.example.com",
                "AUTH_AUDIENCE", "palisade"));
        variables.put(name, value);
        List<Map<String, String>> listed = variables.entrySet().stream()
                .map(entry -> Map.of("name", entry.getKey(), "value", entry.getValue()))
                .toList();
        platform.get("deployment")
                .set("spec.template.spec.containers", List.of(Map.of("name", "service", "env", listed)));
    }

    private static void openNodes(ExamplePlatform platform) {
        for (String subnet : List.of("private-a", "private-b")) {
            platform.get(subnet).set("mapPublicIpOnLaunch", true);
        }
        platform.get("private-route").unset("natGatewayId").refer("gatewayId", platform.get("gateway"));
        platform.ingress("nodes", "everywhere", "tcp", 5000).set("cidrIpv4", "0.0.0.0/0");
        platform.get("private-acl").set("ingress", List.of(ExamplePlatform.rule(1, "-1", "0.0.0.0/0", 0)));
    }
}
