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
import java.util.Map;

class EksAccessEntryIsForARoleTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EksAccessEntryIsForARole();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a group that nothing binds",
                        stack(resource("aws:eks/accessEntry:AccessEntry", "e")
                                .set("principalArn", "arn:aws:iam::111122223333:role/x")
                                .set("kubernetesGroups", List.of("viewers"))),
                        "no binding"),
                fails(
                        "the nodes' own role",
                        stack(
                                resource("aws:iam/role:Role", "node")
                                        .output("arn", "arn:aws:iam::111122223333:role/node")
                                        .set(
                                                "assumeRolePolicy",
                                                "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}"),
                                resource("aws:eks/accessEntry:AccessEntry", "e")
                                        .set("principalArn", "arn:aws:iam::111122223333:role/node")),
                        "a node"),
                passes(
                        "a role",
                        stack(
                                entry("arn:aws:iam::111122223333:role/deployer")
                                        .set("kubernetesGroups", List.of("viewers")),
                                resource("kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", "b")
                                        .set("subjects", List.of(Map.of("kind", "Group", "name", "viewers"))))),
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
                passes(
                        "a name for each session",
                        stack(entry("arn:aws:iam::111122223333:role/deployer")
                                .set("userName", "deployer:{{SessionName}}"))),
                fails(
                        "one name for all sessions",
                        stack(entry("arn:aws:iam::111122223333:role/deployer").set("userName", "admin")),
                        "userName"),
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
