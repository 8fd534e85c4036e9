package dev.palisade.policy.rules.eks;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.document;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.rules.iam.Roles;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class ClusterRoleIsForEksAloneTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ClusterRoleIsForEksAlone();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("its own role", stack(role("eks.amazonaws.com"), attach("AmazonEKSClusterPolicy"), CLUSTER)),
                fails("the nodes' role", stack(role("ec2.amazonaws.com"), CLUSTER), "others than EKS"),
                fails(
                        "a broad policy",
                        stack(role("eks.amazonaws.com"), attach("AmazonEC2FullAccess"), CLUSTER),
                        "AmazonEC2FullAccess"),
                fails(
                        "rights of its own making",
                        stack(
                                role("eks.amazonaws.com"),
                                resource("aws:iam/rolePolicy:RolePolicy", "p")
                                        .set("role", "cluster-role-id")
                                        .set("policy", "{}"),
                                CLUSTER),
                        "own making"),
                fails("a role from elsewhere", stack(CLUSTER), "not of this stack"),
                unknown(
                        "a role from outputs",
                        stack(resource(Clusters.CLUSTER, "main").unknown("roleArn"))),
                notApplicable("no cluster", stack(role("eks.amazonaws.com"))));
    }

    private static final ResourceBuilder CLUSTER =
            resource(Clusters.CLUSTER, "main").set("roleArn", "cluster-role-id");

    private static ResourceBuilder role(String service) {
        return resource(Roles.ROLE, "cluster-role")
                .set(
                        "assumeRolePolicy",
                        document("{'Effect':'Allow','Principal':{'Service':'" + service
                                + "'},'Action':'sts:AssumeRole'}"));
    }

    private static ResourceBuilder attach(String policy) {
        return resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", policy)
                .set("role", "cluster-role-id")
                .set("policyArn", "arn:aws:iam::aws:policy/" + policy);
    }
}
