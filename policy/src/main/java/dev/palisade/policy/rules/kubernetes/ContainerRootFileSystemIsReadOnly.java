package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;

@PolicyInfo(
        title = "Containers have a read-only root file system",
        severity = Severity.MEDIUM,
        rows = Row.C2,
        controls = {"NIST 800-53 CM-7", "NIST 800-53 SI-7", "PCI DSS 2.2.6", "HIPAA 164.312(c)(1)", "SOC 2 CC6.8"},
        why = "An intruder who cannot write cannot bring tools or change the program.",
        remedy = "Set readOnlyRootFilesystem, and mount an emptyDir where the program must write.",
        snippet = "SecurityContextArgs.builder().readOnlyRootFilesystem(true)")
public final class ContainerRootFileSystemIsReadOnly extends ContainerPolicy {
    private static final Property READ_ONLY =
            Property.of(Workloads.POD, "spec.containers[].securityContext.readOnlyRootFilesystem");

    @Override
    Verdict check(Container container) {
        return container.require(
                container.get(READ_ONLY).isTrue(), "can write its own files: readOnlyRootFilesystem is not true");
    }
}
