package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;

/** A service on a port above 1023 needs none; binding to one below is the only capability that may come back. */
@PolicyInfo(
        title = "Containers drop all Linux capabilities",
        severity = Severity.HIGH,
        rows = Row.C2,
        controls = {"NIST 800-53 AC-6", "NIST 800-53 CM-7", "PCI DSS 2.2.4", "SOC 2 CC6.3"},
        why = "The default set lets a container send raw packets, change owners and switch users.",
        remedy = "Drop ALL and add none, or NET_BIND_SERVICE at most.",
        snippet = "CapabilitiesArgs.builder().drop(\"ALL\")")
public final class ContainerDropsAllCapabilities extends ContainerPolicy {
    private static final Property DROP =
            Property.of(Workloads.POD, "spec.containers[].securityContext.capabilities.drop");
    private static final Property ADD =
            Property.of(Workloads.POD, "spec.containers[].securityContext.capabilities.add");

    @Override
    Verdict check(Container container) {
        return container
                .require(
                        container.get(DROP).any(capability -> capability.is("ALL")),
                        "keeps capabilities: capabilities.drop does not name ALL")
                .and(container.require(
                        container.get(ADD).all(capability -> capability.is("NET_BIND_SERVICE")),
                        "adds capabilities: capabilities.add names more than NET_BIND_SERVICE"));
    }
}
