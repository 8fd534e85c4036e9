package dev.palisade.policy.rules.eks;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

/** Without a type AWS may take one of an older kind. */
@PolicyInfo(
        title = "Nodes run Amazon Linux 2023 or Bottlerocket",
        severity = Severity.HIGH,
        rows = {Row.C6, Row.C8},
        controls = {"CIS EKS 5.1.1", "NIST 800-53 SI-2", "NIST 800-53 SA-22", "PCI DSS 6.3.3", "SOC 2 CC7.1"},
        why = "Amazon Linux 2 gets no security updates any more; a custom image gets only those that somebody builds.",
        remedy = "Choose an AL2023 or Bottlerocket image type.",
        snippet = "NodeGroupArgs.builder().amiType(\"BOTTLEROCKET_x86_64\")")
public final class NodeImageIsSupported implements ResourcePolicy {

    private static final Property IMAGE = Property.of(Nodes.GROUP, "amiType");

    @Override
    public Set<String> types() {
        return Set.of(Nodes.GROUP);
    }

    @Override
    public Verdict check(Resource group) {
        return Verdict.require(
                group.get(IMAGE).matches(type -> type.startsWith("AL2023_") || type.startsWith("BOTTLEROCKET_")),
                "runs an image that is neither AL2023 nor Bottlerocket: amiType");
    }
}
