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

class GithubTrustIsOfItsStageTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new GithubTrustIsOfItsStage();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "the own stage",
                        stack(
                                trusting(
                                        "'StringEquals':{'%s:aud':'sts.amazonaws.com','%s:sub':'repo:example/palisade:environment:test'}"))),
                passes(
                        "an environment that names no stage",
                        stack(
                                trusting(
                                        "'StringEquals':{'%s:aud':'sts.amazonaws.com','%s:sub':'repo:example/palisade:environment:product'}"))),
                fails(
                        "an environment of another stage",
                        stack(
                                trusting(
                                        "'StringEquals':{'%s:aud':'sts.amazonaws.com','%s:sub':'repo:example/palisade:environment:dev-publish'}")),
                        "another stage"),
                unknown(
                        "a document from outputs",
                        stack(resource(Roles.ROLE, "delivery").unknown("assumeRolePolicy"))),
                notApplicable(
                        "a role for a service",
                        stack(
                                resource(Roles.ROLE, "r")
                                        .set(
                                                "assumeRolePolicy",
                                                document(
                                                        "{'Effect':'Allow','Principal':{'Service':'ec2.amazonaws.com'},'Action':'sts:AssumeRole'}")))));
    }

    private static ResourceBuilder trusting(String conditions) {
        return resource(Roles.ROLE, "delivery")
                .set(
                        "assumeRolePolicy",
                        document(
                                "{'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity','Principal':{'Federated':'arn:aws:iam::111122223333:oidc-provider/%s'},'Condition':{"
                                                .replace("%s", WebIdentity.GITHUB)
                                        + conditions.replace("%s", WebIdentity.GITHUB) + "}}"));
    }
}
