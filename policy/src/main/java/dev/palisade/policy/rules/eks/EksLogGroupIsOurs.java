package dev.palisade.policy.rules.eks;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.Set;

@PolicyInfo(
        title = "The control plane logs into a log group of this stack",
        severity = Severity.MEDIUM,
        rows = {Row.X8},
        controls = {"CIS EKS 2.1.1", "NIST 800-53 AU-9", "NIST 800-53 AU-11", "PCI DSS 10.3.2", "SOC 2 CC7.2"},
        why = "The group that EKS makes by itself is kept for ever and not encrypted with a key of ours.",
        remedy = "Make the log group /aws/eks/<cluster>/cluster before the cluster, with a key and a retention.",
        snippet = "LogGroupArgs.builder().name(\"/aws/eks/\" + settings.name() + \"/cluster\")")
public final class EksLogGroupIsOurs implements RelationPolicy {

    private static final String GROUP = "aws:cloudwatch/logGroup:LogGroup";
    private static final Property GROUP_NAME = Property.of(GROUP, "name");
    private static final Property NAME = Property.of(Clusters.CLUSTER, "name");

    @Override
    public Set<String> types() {
        return Set.of(Clusters.CLUSTER);
    }

    @Override
    public Verdict check(Resource cluster, Graph graph) {
        Value name = cluster.get(NAME);
        if (name.text().isEmpty()) {
            return name.isMissing() && cluster.outputs().values().isEmpty()
                    ? Verdict.fail("has a name that AWS makes up, which no log group can have beforehand")
                    : Verdict.unknown("not known yet: its name, and so its log group's");
        }
        String group = "/aws/eks/" + name.text().get() + "/cluster";
        return Verdict.require(
                graph.targets(cluster, NAME, Value.of(group), GROUP).any(one -> one.get(GROUP_NAME)
                        .isPresent()
                        .not()
                        .or(one.get(GROUP_NAME).is(group))),
                "logs into a group that EKS makes: there is none named " + group);
    }
}
