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

class RoleHasOneUserTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new RoleHasOneUser();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("one service", stack(role("'Service':'ec2.amazonaws.com'"))),
                fails(
                        "two services",
                        stack(role("'Service':['ec2.amazonaws.com','lambda.amazonaws.com']")),
                        "more than one"),
                fails(
                        "two service accounts",
                        stack(
                                resource(Roles.ROLE, "r")
                                        .set(
                                                "assumeRolePolicy",
                                                document(
                                                        "{'Effect':'Allow','Principal':{'Federated':'arn:aws:iam::111122223333:oidc-provider/oidc.example'},'Action':'sts:AssumeRoleWithWebIdentity','Condition':{'StringEquals':{'oidc.example:sub':['system:serviceaccount:a:x','system:serviceaccount:b:y']}}}"))),
                        "system:serviceaccount:b:y"),
                fails(
                        "a service and people",
                        stack(role("'Service':'ec2.amazonaws.com','AWS':'arn:aws:iam::111122223333:role/admin'")),
                        "roles and users"),
                fails(
                        "a service and those who sign in at an identity provider",
                        stack(
                                role(
                                        "'Service':'ec2.amazonaws.com','Federated':'arn:aws:iam::111122223333:saml-provider/x'")),
                        "saml-provider/x"),
                unknown("trust from outputs", stack(resource(Roles.ROLE, "r").unknown("assumeRolePolicy"))),
                notApplicable("a role for people", stack(role("'AWS':'arn:aws:iam::111122223333:role/admin'"))));
    }

    private static ResourceBuilder role(String principal) {
        return resource(Roles.ROLE, "r")
                .set(
                        "assumeRolePolicy",
                        document("{'Effect':'Allow','Principal':{" + principal + "},'Action':'sts:AssumeRole'}"));
    }
}
