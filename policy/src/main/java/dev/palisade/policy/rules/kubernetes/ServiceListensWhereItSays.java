package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "The service listens on the port that its container declares, and answers its probes",
        severity = Severity.MEDIUM,
        rows = {Row.A4, Row.C4},
        controls = {"NIST 800-53 CM-6", "PCI DSS 1.2.5", "SOC 2 CC6.6"},
        why = "A service on another port is behind none of the rules that were written for the declared one.",
        remedy = "Set PORT to the containerPort, and let probes ask for /health/live and /health/ready.",
        snippet = "Map.of(\"PORT\", Integer.toString(port))")
public final class ServiceListensWhereItSays extends ServiceSettingsPolicy {
    private static final Property PORTS = Property.of(Workloads.POD, "spec.containers[].ports");
    private static final Property NUMBER = Property.of(Workloads.POD, "spec.containers[].ports[].containerPort");

    private static final List<Property> PROBES = List.of(
            Property.of(Workloads.POD, "spec.containers[].livenessProbe"),
            Property.of(Workloads.POD, "spec.containers[].readinessProbe"),
            Property.of(Workloads.POD, "spec.containers[].startupProbe"));

    private static final Property HTTP = Property.of(Workloads.POD, "spec.containers[].livenessProbe.httpGet");
    private static final Property PATH = Property.of(Workloads.POD, "spec.containers[].livenessProbe.httpGet.path");
    private static final Set<String> PATHS = Set.of("/health", "/health/live", "/health/ready");

    @Override
    Verdict check(Container container, Environment environment) {
        Value port = environment.get("PORT");
        Truth declared = port.text()
                .map(text -> container.get(PORTS).any(one -> one.get(NUMBER).is(text)))
                .orElse(port.isMissing() ? Truth.FALSE : Truth.UNKNOWN);
        Value level = environment.get("LOG_LEVEL");
        Truth answered = PROBES.stream()
                .map(probe -> container.get(probe).get(HTTP).get(PATH))
                .map(path -> Paths.absentOr(path, path.matches(PATHS::contains)))
                .reduce(Truth.TRUE, Truth::and);
        return container
                .require(answered, "has a probe that asks for a path without an answer: httpGet.path")
                .and(container.require(declared, "listens on a port that it does not declare: PORT"))
                .and(container.require(
                        Paths.absentOr(level, level.matches(text -> text.matches("(?i)error|warn|info"))),
                        "logs what clients send: LOG_LEVEL"));
    }
}
