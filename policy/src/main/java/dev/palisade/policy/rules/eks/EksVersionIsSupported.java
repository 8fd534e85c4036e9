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
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

@PolicyInfo(
        title = "The cluster and its nodes run a version of Kubernetes in standard support",
        severity = Severity.HIGH,
        rows = {Row.C6},
        controls = {
            "CIS EKS 5.1.1",
            "NIST 800-53 SI-2",
            "NIST 800-53 SA-22",
            "PCI DSS 6.3.3",
            "SOC 2 CC7.1",
            "Security Hub EKS.2"
        },
        why = "After standard support a cluster costs six times as much, and later AWS upgrades it on its own day.",
        remedy = "Move to the next minor version; control plane first, then the nodes.",
        snippet = "palisade:kubernetesVersion: \"1.36\"")
public final class EksVersionIsSupported implements ResourcePolicy {

    private static final String NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";
    private static final Property VERSION = Property.of(Clusters.CLUSTER, "version");
    private static final Property COMPONENT_VERSION = Property.of(Clusters.COMPONENT, "version");
    private static final Property NODES_VERSION = Property.of(NODE_GROUP, "version");

    private final InstantSource clock;

    public EksVersionIsSupported() {
        this(InstantSource.system());
    }

    EksVersionIsSupported(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return Set.of(Clusters.CLUSTER, Clusters.COMPONENT, NODE_GROUP);
    }

    @Override
    public Verdict check(Resource resource) {
        if (resource.is(NODE_GROUP)) {
            return judge(resource.get(NODES_VERSION));
        }
        return Clusters.judge(resource, () -> judge(Clusters.read(resource, VERSION, COMPONENT_VERSION)));
    }

    private Verdict judge(Value version) {
        if (version.isMissing()) {
            return Verdict.fail("does not say its version");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Verdict.require(
                version.text()
                        .map(text -> SupportCalendar.supports(text, today))
                        .orElse(Truth.UNKNOWN),
                "runs Kubernetes " + version.text().orElse("") + ", which is out of standard support");
    }
}
