package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;

@PolicyInfo(
        title = "No pod is a Windows HostProcess",
        severity = Severity.HIGH,
        rows = Row.C2,
        controls = {"NIST 800-53 AC-6", "PCI DSS 7.2.2"},
        why = "A HostProcess container has the rights of its node's system account.",
        remedy = "Leave windowsOptions.hostProcess out.",
        snippet = "PodSecurityContextArgs.builder().runAsNonRoot(true) // without windowsOptions")
public final class PodIsNoWindowsHostProcess extends ContainerPolicy {
    private static final Property OF_POD =
            Property.of(Workloads.POD, "spec.securityContext.windowsOptions.hostProcess");
    private static final Property OWN =
            Property.of(Workloads.POD, "spec.containers[].securityContext.windowsOptions.hostProcess");

    private static final Property SYSTEM = Property.of(Workloads.POD, "spec.os.name");

    @Override
    Verdict check(Container container) {
        return container
                .require(
                        Paths.isOff(container.get(OWN))
                                .and(Paths.isOff(container.pod().get(OF_POD))),
                        "is a Windows HostProcess: windowsOptions.hostProcess is true")
                .and(Verdict.require(
                        container.pod().get(SYSTEM).is("windows").not(),
                        "is excused from what holds for Linux alone: os.name is windows"));
    }
}
