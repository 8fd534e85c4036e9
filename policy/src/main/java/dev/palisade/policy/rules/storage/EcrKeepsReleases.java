package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.JsonText;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;

/** Signatures and attestations are tagged too: a rule for tagged images takes them along. */
@PolicyInfo(
        title = "Image repositories keep the releases that run, and those to go back to",
        severity = Severity.MEDIUM,
        rows = {Row.X11},
        controls = {"NIST 800-53 CP-9", "NIST 800-53 SI-12", "PCI DSS 6.5.1", "SOC 2 A1.2"},
        why =
                "A node that starts anew cannot pull an image that has expired, and a signature that is gone verifies nothing.",
        remedy = "Expire untagged images; of tagged ones keep at least ten, or all of the last year.",
        snippet =
                "\"selection\": {\"tagStatus\": \"untagged\", \"countType\": \"sinceImagePushed\", \"countNumber\": 14}")
public final class EcrKeepsReleases implements ResourcePolicy {
    private static final String LIFECYCLE = "aws:ecr/lifecyclePolicy:LifecyclePolicy";
    private static final Property POLICY = Property.of(LIFECYCLE, "policy");
    private static final int LEAST_IMAGES = 10;
    private static final int LEAST_DAYS = 365;
    private static final int LEAST_DAYS_UNTAGGED = 7;

    @Override
    public Set<String> types() {
        return Set.of(LIFECYCLE);
    }

    @Override
    public Verdict check(Resource lifecycle) {
        Value policy = lifecycle.get(POLICY);
        if (policy.text().isEmpty()) {
            return policy.isMissing() ? Verdict.fail("has no policy") : Verdict.unknown("not known yet: its policy");
        }
        return JsonText.read(policy.text().get())
                .map(document -> Verdict.require(
                        document.field("rules").all(EcrKeepsReleases::keeps),
                        "expires images that may still run: policy"))
                .orElse(Verdict.fail("has a policy that is no JSON"));
    }

    private static Truth keeps(Value rule) {
        Value selection = rule.field("selection");
        Value count = selection.field("countNumber");
        Truth byAge = selection.field("countType").is("sinceImagePushed");
        Truth untagged = selection.field("tagStatus").is("untagged");
        Truth oldEnough = count.atLeast(LEAST_DAYS).or(untagged.and(count.atLeast(LEAST_DAYS_UNTAGGED)));
        Truth manyEnough = count.atLeast(LEAST_IMAGES).or(untagged.and(count.atLeast(1)));
        return byAge.and(oldEnough).or(byAge.not().and(manyEnough));
    }
}
