package dev.palisade.policy.rules.eks;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;
import java.util.regex.Pattern;

/** Without a type AWS may take one of an older kind. */
@PolicyInfo(
        title = "Nodes run Amazon Linux 2023 or Bottlerocket, on instances that can",
        severity = Severity.HIGH,
        rows = {Row.C6, Row.C8},
        controls = {"CIS EKS 5.1.1", "NIST 800-53 SI-2", "NIST 800-53 SA-22", "PCI DSS 6.3.3", "SOC 2 CC7.1"},
        why = "Amazon Linux 2 gets no security updates any more; a custom image gets only those that somebody builds.",
        remedy = "Choose an AL2023 or Bottlerocket image type.",
        snippet = "NodeGroupArgs.builder().amiType(\"BOTTLEROCKET_x86_64\")")
public final class NodeImageIsSupported implements ResourcePolicy {

    private static final Property IMAGE = Property.of(Nodes.GROUP, "amiType");
    private static final Property INSTANCES = Property.of(Nodes.GROUP, "instanceTypes");
    /** AWS's own processors have a g behind the generation: m7g, c7gn, im4gn. */
    private static final Pattern GRAVITON = Pattern.compile("(a1|[a-z]+\\d+g[a-z]*)[.].*");

    private static final Pattern TINY = Pattern.compile(".*[.](nano|micro)");

    @Override
    public Set<String> types() {
        return Set.of(Nodes.GROUP);
    }

    @Override
    public Verdict check(Resource group) {
        Value instances = group.get(INSTANCES);
        Truth arm = group.get(IMAGE).matches(type -> type.contains("ARM_64"));
        return Verdict.require(
                        group.get(IMAGE)
                                .matches(type -> type.startsWith("AL2023_") || type.startsWith("BOTTLEROCKET_")),
                        "runs an image that is neither AL2023 nor Bottlerocket: amiType")
                .and(Verdict.require(
                        instances.all(one -> one.matches(NodeImageIsSupported::isGraviton)
                                .and(arm)
                                .or(one.matches(name -> !isGraviton(name)).and(arm.not()))),
                        "has instances of another processor than its image is for: instanceTypes"))
                .and(Verdict.require(
                        instances
                                .any(one ->
                                        one.matches(name -> TINY.matcher(name).matches()))
                                .not(),
                        "has instances that the add-ons alone fill: instanceTypes"));
    }

    private static boolean isGraviton(String instance) {
        return GRAVITON.matcher(instance).matches();
    }
}
