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

class IamTrustNamesItsPrincipalsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new IamTrustNamesItsPrincipals();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "two services",
                        stack(
                                resource("aws:iam/role:Role", "r")
                                        .set(
                                                "assumeRolePolicy",
                                                "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":[\"backup.amazonaws.com\",\"lambda.amazonaws.com\"]},\"Action\":\"sts:AssumeRole\"}]}")),
                        "several services"),
                fails(
                        "a token's tags",
                        stack(
                                resource("aws:iam/role:Role", "r")
                                        .set(
                                                "assumeRolePolicy",
                                                "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Federated\":\"arn:aws:iam::111122223333:oidc-provider/x\"},\"Action\":[\"sts:AssumeRoleWithWebIdentity\",\"sts:TagSession\"]}]}")),
                        "federated"),
                passes(
                        "one service",
                        stack(trusting("'Principal':{'Service':'eks.amazonaws.com'},'Action':'sts:AssumeRole'"))),
                fails("everybody", stack(trusting("'Principal':'*','Action':'sts:AssumeRole'")), "wildcard"),
                fails(
                        "every account",
                        stack(trusting("'Principal':{'AWS':['*']},'Action':'sts:AssumeRole'")),
                        "wildcard"),
                fails(
                        "everybody under a condition",
                        stack(
                                trusting(
                                        "'Principal':{'AWS':'*'},'Action':'sts:AssumeRole','Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-1'}}")),
                        "wildcard"),
                fails(
                        "everybody but one",
                        stack(trusting("'NotPrincipal':{'AWS':'111122223333'},'Action':'sts:AssumeRole'")),
                        "NotPrincipal"),
                fails(
                        "any action",
                        stack(trusting("'Principal':{'Service':'eks.amazonaws.com'},'Action':'*'")),
                        "more than assuming"),
                fails(
                        "an IAM user",
                        stack(trusting(
                                "'Principal':{'AWS':'arn:aws:iam::111122223333:user/bob'},'Action':'sts:AssumeRole'")),
                        "an IAM user"),
                fails("nobody", stack(trusting("'Action':'sts:AssumeRole'")), "without a principal"),
                fails("no trust policy", stack(resource(Roles.ROLE, "api")), "no trust policy"),
                fails(
                        "the whole account",
                        stack(
                                resource(Roles.ROLE, "r")
                                        .set(
                                                "assumeRolePolicy",
                                                document(
                                                        "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:root'},'Action':'sts:AssumeRole'}"))),
                        "a whole account"),
                fails(
                        "nobody",
                        stack(
                                resource(Roles.ROLE, "r")
                                        .set(
                                                "assumeRolePolicy",
                                                document(
                                                        "{'Effect':'Deny','Principal':{'Service':'eks.amazonaws.com'},'Action':'sts:AssumeRole'}"))),
                        "lets nobody in"),
                unknown(
                        "a document from outputs",
                        stack(resource(Roles.ROLE, "api").unknown("assumeRolePolicy"))),
                notApplicable("no role", stack()));
    }

    private static ResourceBuilder trusting(String elements) {
        return resource(Roles.ROLE, "api").set("assumeRolePolicy", document("{'Effect':'Allow'," + elements + "}"));
    }
}
