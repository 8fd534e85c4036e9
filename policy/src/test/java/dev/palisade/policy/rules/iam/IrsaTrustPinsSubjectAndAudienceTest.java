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

class IrsaTrustPinsSubjectAndAudienceTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new IrsaTrustPinsSubjectAndAudience();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "one service account",
                        stack(
                                trusting(
                                        "{'StringEquals':{'%s:aud':'sts.amazonaws.com','%s:sub':'system:serviceaccount:app:api'}}"))),
                passes(
                        "the same in lists and another order",
                        stack(
                                trusting(
                                        "{'StringEquals':{'%s:sub':['system:serviceaccount:app:api'],'%s:aud':['sts.amazonaws.com']}}"))),
                fails("no subject", stack(trusting("{'StringEquals':{'%s:aud':'sts.amazonaws.com'}}")), ":sub"),
                fails(
                        "no audience",
                        stack(trusting("{'StringEquals':{'%s:sub':'system:serviceaccount:app:api'}}")),
                        ":aud"),
                fails("no condition", stack(trusting("{}")), ":sub"),
                fails(
                        "another audience",
                        stack(
                                trusting(
                                        "{'StringEquals':{'%s:aud':'https://example.org','%s:sub':'system:serviceaccount:app:api'}}")),
                        ":aud"),
                fails(
                        "a pattern for the subject",
                        stack(
                                trusting(
                                        "{'StringEquals':{'%s:aud':'sts.amazonaws.com'},'StringLike':{'%s:sub':'system:serviceaccount:app:*'}}")),
                        ":sub"),
                fails(
                        "a pattern operator",
                        stack(
                                trusting(
                                        "{'StringEquals':{'%s:aud':'sts.amazonaws.com'},'StringLike':{'%s:sub':'system:serviceaccount:app:api'}}")),
                        ":sub"),
                fails(
                        "a subject that need not be there",
                        stack(
                                trusting(
                                        "{'StringEquals':{'%s:aud':'sts.amazonaws.com'},'StringEqualsIfExists':{'%s:sub':'system:serviceaccount:app:api'}}")),
                        ":sub"),
                fails(
                        "for all values of none",
                        stack(
                                trusting(
                                        "{'StringEquals':{'%s:aud':'sts.amazonaws.com'},'ForAllValues:StringEquals':{'%s:sub':'system:serviceaccount:app:api'}}")),
                        ":sub"),
                fails(
                        "the keys of another issuer",
                        stack(
                                trusting(
                                        "{'StringEquals':{'example.org:aud':'sts.amazonaws.com','example.org:sub':'system:serviceaccount:app:api'}}")),
                        ":sub"),
                fails(
                        "a subject that is no service account",
                        stack(trusting("{'StringEquals':{'%s:aud':'sts.amazonaws.com','%s:sub':'system:node:n1'}}")),
                        "system:serviceaccount"),
                unknown(
                        "a document from outputs",
                        stack(resource(Roles.ROLE, "api").unknown("assumeRolePolicy"))),
                notApplicable(
                        "a role for a service",
                        stack(
                                resource(Roles.ROLE, "api")
                                        .set(
                                                "assumeRolePolicy",
                                                document(
                                                        "{'Effect':'Allow','Principal':{'Service':'eks.amazonaws.com'},'Action':'sts:AssumeRole'}")))));
    }

    private static final String HOST = "oidc.eks.eu-central-1.amazonaws.com/id/ABC";

    private static ResourceBuilder trusting(String condition) {
        return resource(Roles.ROLE, "api")
                .set(
                        "assumeRolePolicy",
                        document(("{'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity','Principal':{'Federated':"
                                        + "'arn:aws:iam::111122223333:oidc-provider/%s'},'Condition':" + condition
                                        + "}")
                                .replace("%s", HOST)));
    }
}
