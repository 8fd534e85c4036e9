package dev.palisade.policy.rules.iam;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.document;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class ComponentPolicyGoesToItsComponentTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ComponentPolicyGoesToItsComponent();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the nodes' policy", stack(service("ec2"), attach(service("ec2"), "AmazonEKSWorkerNodePolicy"))),
                passes(
                        "the CNI's policy",
                        stack(account("aws-node"), attach(account("aws-node"), "AmazonEKS_CNI_Policy"))),
                fails(
                        "the CNI's policy on nodes",
                        stack(service("ec2"), attach(service("ec2"), "AmazonEKS_CNI_Policy")),
                        "kube-system:aws-node"),
                fails(
                        "the cluster's policy on a service account",
                        stack(account("api"), attach(account("api"), "AmazonEKSClusterPolicy")),
                        "eks.amazonaws.com"),
                fails(
                        "the storage driver's on another account",
                        stack(account("api"), attach(account("api"), "service-role/AmazonEBSCSIDriverPolicy")),
                        "AmazonEBSCSIDriverPolicy"),
                unknown(
                        "a role from an output",
                        stack(resource(Roles.ATTACHMENT, "a")
                                .set("policyArn", "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy")
                                .unknown("role"))),
                unknown(
                        "a policy from an output",
                        stack(resource(Roles.ATTACHMENT, "a").unknown("policyArn"))),
                notApplicable("another policy", stack(attach(service("ec2"), "Own"))));
    }

    private static ResourceBuilder attach(ResourceBuilder role, String policy) {
        return resource(Roles.ATTACHMENT, "a")
                .refer("role", role)
                .set("policyArn", "arn:aws:iam::aws:policy/" + policy);
    }

    private static ResourceBuilder service(String name) {
        return resource(Roles.ROLE, "role")
                .set(
                        "assumeRolePolicy",
                        document("{'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'Service':'" + name
                                + ".amazonaws.com'}}"));
    }

    private static ResourceBuilder account(String name) {
        return resource(Roles.ROLE, "role")
                .set(
                        "assumeRolePolicy",
                        document(
                                "{'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity','Principal':{'Federated':'arn:aws:iam::111122223333:oidc-provider/h'},'Condition':{'StringEquals':{'h:sub':'system:serviceaccount:kube-system:"
                                        + name + "'}}}"));
    }
}
