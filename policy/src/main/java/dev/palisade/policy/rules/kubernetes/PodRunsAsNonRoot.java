package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;

/** The container's word counts before the pod's; Windows knows no root but has the same field. */
@PolicyInfo(
        title = "Containers cannot run as root",
        severity = Severity.HIGH,
        rows = {Row.C1, Row.C2},
        controls = {"NIST 800-53 AC-6", "PCI DSS 7.2.2", "SOC 2 CC6.3", "HIPAA 164.312(a)(1)", "GDPR 32(1)(b)"},
        why = "Root in a container is root on the node after one error of the kernel or of a mount.",
        remedy = "Let the kubelet refuse root: runAsNonRoot in the pod's security context, and in no container false.",
        snippet = "PodSecurityContextArgs.builder().runAsNonRoot(true)")
public final class PodRunsAsNonRoot extends ContainerPolicy {
    private static final Property OF_POD = Property.of(Workloads.POD, "spec.securityContext.runAsNonRoot");
    private static final Property OWN = Property.of(Workloads.POD, "spec.containers[].securityContext.runAsNonRoot");

    @Override
    Verdict check(Container container) {
        return container
                .require(container.get(OWN, OF_POD).isTrue(), "may run as root: runAsNonRoot is not true")
                .and(Verdict.require(
                        container.pod().get(OF_POD).is("false").not(),
                        "the pod lets containers that are added to it run as root: runAsNonRoot is false"));
    }
}
