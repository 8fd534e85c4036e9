package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;

@PolicyInfo(
        title = "The service listens on the port that its container declares, and knows what its clients need",
        severity = Severity.MEDIUM,
        rows = {Row.A4, Row.C4},
        controls = {"NIST 800-53 CM-6", "PCI DSS 1.2.5", "SOC 2 CC6.6"},
        why = "A service on another port is behind none of the rules that were written for the declared one.",
        remedy = "Set PORT to the containerPort.",
        snippet = "Map.of(\"PORT\", Integer.toString(port))")
public final class ServiceListensWhereItSays extends ServiceSettingsPolicy {
    private static final Property PORTS = Property.of(Workloads.POD, "spec.containers[].ports");
    private static final Property NUMBER = Property.of(Workloads.POD, "spec.containers[].ports[].containerPort");

    @Override
    Verdict check(Container container, Environment environment) {
        Value port = environment.get("PORT");
        Truth declared = port.text()
                .map(text -> container.get(PORTS).any(one -> one.get(NUMBER).is(text)))
                .orElse(port.isMissing() ? Truth.FALSE : Truth.UNKNOWN);
        Value level = environment.get("LOG_LEVEL");
        return container
                .require(declared, "listens on a port that it does not declare: PORT")
                .and(container.require(
                        Paths.absentOr(level, level.matches(text -> text.matches("(?i)error|warn|info"))),
                        "logs what clients send: LOG_LEVEL"));
    }
}
