package dev.palisade.policy.rules.eks;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class EksSupportIsStandardTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EksSupportIsStandard();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "standard",
                        stack(resource(Clusters.CLUSTER, "main").set("upgradePolicy.supportType", "STANDARD"))),
                fails(
                        "extended",
                        stack(resource(Clusters.CLUSTER, "main").set("upgradePolicy.supportType", "EXTENDED")),
                        "extended support"),
                fails("AWS's default", stack(resource(Clusters.CLUSTER, "main")), "extended support"),
                unknown("from outputs", stack(resource(Clusters.CLUSTER, "main").unknown("upgradePolicy.supportType"))),
                notApplicable("no cluster", stack()));
    }
}
