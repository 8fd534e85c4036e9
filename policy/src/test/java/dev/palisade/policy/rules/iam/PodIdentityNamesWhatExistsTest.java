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

class PodIdentityNamesWhatExistsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new PodIdentityNamesWhatExists();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "a role for pods and a service account",
                        stack(role("pods.eks.amazonaws.com"), ACCOUNT, association())),
                fails(
                        "a role of an instance",
                        stack(role("ec2.amazonaws.com"), ACCOUNT, association()),
                        "not for pods alone"),
                fails("a role from elsewhere", stack(ACCOUNT, association()), "not of this stack"),
                fails(
                        "no such service account",
                        stack(role("pods.eks.amazonaws.com"), association()),
                        "nothing here makes"),
                unknown(
                        "a role from an output",
                        stack(
                                role("pods.eks.amazonaws.com"),
                                ACCOUNT,
                                association().unknown("roleArn"))),
                unknown(
                        "a name from outputs",
                        stack(role("pods.eks.amazonaws.com"), association().unknown("serviceAccount"))),
                notApplicable("no association", stack(ACCOUNT)));
    }

    private static final ResourceBuilder ACCOUNT =
            resource(ServiceAccounts.ACCOUNT, "api").set("metadata.name", "api").set("metadata.namespace", "app");

    private static ResourceBuilder association() {
        return resource("aws:eks/podIdentityAssociation:PodIdentityAssociation", "api")
                .set("namespace", "app")
                .set("serviceAccount", "api")
                .set("roleArn", "api-role-id");
    }

    private static ResourceBuilder role(String service) {
        return resource(Roles.ROLE, "api-role")
                .set(
                        "assumeRolePolicy",
                        document("{'Effect':'Allow','Principal':{'Service':'" + service
                                + "'},'Action':['sts:AssumeRole','sts:TagSession']}"));
    }
}
