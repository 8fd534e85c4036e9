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
import java.util.Map;

class AddonHasItsOwnRoleTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new AddonHasItsOwnRole();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "a role for its service account",
                        stack(role("aws-node"), addon("vpc-cni").set("serviceAccountRoleArn", "role-role-id"))),
                passes(
                        "a pod identity",
                        stack(
                                role("x"),
                                addon("vpc-cni")
                                        .set(
                                                "podIdentityAssociations",
                                                List.of(Map.of(
                                                        "roleArn", "role-role-id", "serviceAccount", "aws-node"))))),
                fails("none", stack(addon("vpc-cni")), "uses the node's rights"),
                fails(
                        "the role of another service account",
                        stack(role("other"), addon("vpc-cni").set("serviceAccountRoleArn", "role-role-id")),
                        "kube-system:aws-node"),
                fails(
                        "a role from elsewhere",
                        stack(addon("aws-ebs-csi-driver")
                                .set("serviceAccountRoleArn", "arn:aws:iam::111122223333:role/x")),
                        "not of this stack"),
                fails(
                        "a shared role",
                        stack(
                                role("aws-node"),
                                addon("vpc-cni").set("serviceAccountRoleArn", "role-role-id"),
                                addon("aws-ebs-csi-driver").set("serviceAccountRoleArn", "role-role-id")),
                        "shares its role"),
                unknown("a name from outputs", stack(resource(Addons.ADDON, "x").unknown("addonName"))),
                unknown("a role from an output", stack(addon("vpc-cni").unknown("serviceAccountRoleArn"))),
                passes("an add-on that does not call AWS", stack(addon("coredns"))),
                fails(
                        "rights that nothing calls for",
                        stack(addon("coredns").set("serviceAccountRoleArn", "arn:aws:iam::111122223333:role/x")),
                        "calls nothing"),
                fails(
                        "a pod identity that nothing calls for",
                        stack(addon("coredns").set("podIdentityAssociations", identity("arn:aws:iam::1:role/admin"))),
                        "calls nothing"),
                fails(
                        "a pod identity from elsewhere beside its role",
                        stack(
                                role("aws-node"),
                                addon("vpc-cni")
                                        .set("serviceAccountRoleArn", "role-role-id")
                                        .set("podIdentityAssociations", identity("arn:aws:iam::1:role/admin"))),
                        "not of this stack"),
                fails(
                        "an add-on that is not known, with a pod identity from elsewhere",
                        stack(addon("adot").set("podIdentityAssociations", identity("arn:aws:iam::1:role/admin"))),
                        "not of this stack"),
                notApplicable("an add-on that is not known", stack(addon("adot"))));
    }

    private static List<Map<String, String>> identity(String role) {
        return List.of(Map.of("roleArn", role, "serviceAccount", "x"));
    }

    private static ResourceBuilder addon(String name) {
        return resource(Addons.ADDON, name).set("addonName", name);
    }

    private static ResourceBuilder role(String account) {
        return resource(Roles.ROLE, "role-role")
                .set(
                        "assumeRolePolicy",
                        document(
                                "{'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity','Principal':{'Federated':'arn:aws:iam::111122223333:oidc-provider/h'},'Condition':{'StringEquals':{'h:sub':'system:serviceaccount:kube-system:"
                                        + account + "'}}}"));
    }
}
