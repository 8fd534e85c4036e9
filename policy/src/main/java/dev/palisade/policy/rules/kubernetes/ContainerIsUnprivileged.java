package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;

@PolicyInfo(
        title = "No container is privileged or may gain privileges",
        severity = Severity.CRITICAL,
        rows = Row.C2,
        controls = {
            "CIS EKS 4.2.1",
            "CIS EKS 4.2.5",
            "NIST 800-53 AC-6(10)",
            "PCI DSS 7.2.2",
            "SOC 2 CC6.3",
            "HIPAA 164.312(a)(1)"
        },
        why =
                "A privileged container owns its node; one that may gain privileges becomes root through any setuid file.",
        remedy = "Leave privileged out or false, and set allowPrivilegeEscalation to false.",
        snippet = "SecurityContextArgs.builder().privileged(false).allowPrivilegeEscalation(false)")
public final class ContainerIsUnprivileged extends ContainerPolicy {
    private static final Property PRIVILEGED =
            Property.of(Workloads.POD, "spec.containers[].securityContext.privileged");
    private static final Property ESCALATION =
            Property.of(Workloads.POD, "spec.containers[].securityContext.allowPrivilegeEscalation");

    @Override
    Verdict check(Container container) {
        return container
                .require(Paths.isOff(container.get(PRIVILEGED)), "is privileged")
                .and(container.require(
                        container.get(ESCALATION).is("false"),
                        "may gain privileges: allowPrivilegeEscalation is not false"));
    }
}
