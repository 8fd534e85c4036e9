package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Set;

@PolicyInfo(
        title = "Image repositories expire old images",
        severity = Severity.LOW,
        rows = {Row.X11},
        controls = {"NIST 800-53 CM-7", "PCI DSS 6.3.3", "SOC 2 CC7.1", "Security Hub ECR.3"},
        why = "Old images keep old holes, and can be started by whoever finds them.",
        remedy = "Add a lifecycle policy.",
        snippet = "LifecyclePolicyArgs.builder().repository(repository.name()).policy(rules)")
public final class EcrExpiresImages implements RelationPolicy {
    private static final String REPOSITORY = "aws:ecr/repository:Repository";
    private static final String LIFECYCLE = "aws:ecr/lifecyclePolicy:LifecyclePolicy";
    private static final Property OF = Property.of(LIFECYCLE, "repository");
    private static final Property POLICY = Property.of(LIFECYCLE, "policy");

    @Override
    public Set<String> types() {
        return Set.of(REPOSITORY);
    }

    @Override
    public Verdict check(Resource repository, Graph graph) {
        Truth expires = graph.referrers(repository, OF)
                .any(lifecycle -> lifecycle.get(POLICY).matches(text -> text.replace(" ", "")
                        .contains("\"type\":\"expire\"")));
        return Verdict.require(expires, "has no lifecycle policy that expires images");
    }
}
