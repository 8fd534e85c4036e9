package dev.palisade.policy.rules.eks;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class AccessEntriesAndPoliciesMeetTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new AccessEntriesAndPoliciesMeet();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("an entry and its policy", stack(entry("a"), association("a"))),
                passes(
                        "an administrator",
                        stack(
                                CLUSTER,
                                entry("a"),
                                association("a")
                                        .refer("clusterName", CLUSTER)
                                        .set(
                                                "policyArn",
                                                "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"))),
                fails("an entry alone", stack(entry("a"), entry("b"), association("a")), "no access policy is given"),
                fails("a policy alone", stack(association("a")), "no access entry"),
                fails("no administrator", stack(CLUSTER), "administered by nobody"),
                unknown(
                        "a principal from outputs",
                        stack(
                                entry("a"),
                                resource(AccessPolicies.ASSOCIATION, "b").unknown("principalArn"))),
                notApplicable("an entry for nodes", stack(entry("a").set("type", "EC2_LINUX"))));
    }

    private static final ResourceBuilder CLUSTER = resource(Clusters.CLUSTER, "c");

    private static ResourceBuilder entry(String role) {
        return resource(AccessPolicies.ENTRY, role).set("principalArn", "arn:aws:iam::111122223333:role/" + role);
    }

    private static ResourceBuilder association(String role) {
        return resource(AccessPolicies.ASSOCIATION, role).set("principalArn", "arn:aws:iam::111122223333:role/" + role);
    }
}
