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

class EksAccessEntryIsForARoleTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EksAccessEntryIsForARole();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "a role",
                        stack(entry("arn:aws:iam::111122223333:role/deployer")
                                .set("kubernetesGroups", List.of("viewers")))),
                fails("the account", stack(entry("arn:aws:iam::111122223333:root")), "one named role"),
                fails("a user", stack(entry("arn:aws:iam::111122223333:user/bob")), "one named role"),
                fails("every role", stack(entry("arn:aws:iam::111122223333:role/*")), "one named role"),
                fails(
                        "the masters",
                        stack(entry("arn:aws:iam::111122223333:role/deployer")
                                .set("kubernetesGroups", List.of("system:masters"))),
                        "own groups"),
                fails(
                        "a system user",
                        stack(entry("arn:aws:iam::111122223333:role/deployer")
                                .set("userName", "system:kube-controller-manager")),
                        "own users"),
                fails(
                        "an association with the account",
                        stack(resource(AccessPolicies.ASSOCIATION, "a")
                                .set("principalArn", "arn:aws:iam::111122223333:root")),
                        "one named role"),
                unknown("a role from outputs", stack(entry("x").unknown("principalArn"))),
                notApplicable("no entry", stack()));
    }

    private static ResourceBuilder entry(String principal) {
        return resource(AccessPolicies.ENTRY, "e").set("principalArn", principal);
    }
}
