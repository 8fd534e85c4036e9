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

class NodeRoleIsMinimalTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NodeRoleIsMinimal();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "join and pull",
                        stack(
                                role("ec2.amazonaws.com"),
                                attach("AmazonEKSWorkerNodePolicy"),
                                attach("AmazonEC2ContainerRegistryPullOnly"),
                                GROUP)),
                fails(
                        "no way into the cluster",
                        stack(role("ec2.amazonaws.com"), attach("AmazonEC2ContainerRegistryPullOnly"), GROUP),
                        "may not join"),
                fails(
                        "no images",
                        stack(role("ec2.amazonaws.com"), attach("AmazonEKSWorkerNodePolicy"), GROUP),
                        "may not pull"),
                fails(
                        "the policy of the CNI",
                        stack(role("ec2.amazonaws.com"), attach("AmazonEKS_CNI_Policy"), GROUP),
                        "AmazonEKS_CNI_Policy"),
                fails(
                        "a policy in the role's own list",
                        stack(
                                role("ec2.amazonaws.com")
                                        .set(
                                                "managedPolicyArns",
                                                List.of("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess")),
                                GROUP),
                        "AmazonS3ReadOnlyAccess"),
                fails(
                        "a policy of the stack",
                        stack(
                                role("ec2.amazonaws.com"),
                                resource("aws:iam/rolePolicy:RolePolicy", "p")
                                        .set("role", "node-role-id")
                                        .set("policy", "{}"),
                                GROUP),
                        "rights of its own making"),
                fails("a role for something else", stack(role("eks.amazonaws.com"), GROUP), "others than EC2"),
                fails("a role from elsewhere", stack(GROUP), "not of this stack"),
                unknown(
                        "a policy from outputs",
                        stack(role("ec2.amazonaws.com"), attach("x").unknown("policyArn"), GROUP)),
                notApplicable("no nodes", stack(role("ec2.amazonaws.com"))));
    }

    private static final ResourceBuilder GROUP = resource(Nodes.GROUP, "nodes").set("nodeRoleArn", "node-role-id");

    private static ResourceBuilder role(String service) {
        return resource(Roles.ROLE, "node-role")
                .set(
                        "assumeRolePolicy",
                        document("{'Effect':'Allow','Principal':{'Service':'" + service
                                + "'},'Action':'sts:AssumeRole'}"));
    }

    private static ResourceBuilder attach(String policy) {
        return resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", policy)
                .set("role", "node-role-id")
                .set("policyArn", "arn:aws:iam::aws:policy/" + policy);
    }
}
