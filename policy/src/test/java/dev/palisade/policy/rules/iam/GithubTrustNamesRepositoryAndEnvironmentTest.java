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

class GithubTrustNamesRepositoryAndEnvironmentTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new GithubTrustNamesRepositoryAndEnvironment();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "one environment",
                        stack(
                                trusting(
                                        "'StringEquals':{'%s:aud':'sts.amazonaws.com','%s:sub':'repo:example/palisade:environment:test'}"))),
                fails("any repository", stack(trusting("'StringEquals':{'%s:aud':'sts.amazonaws.com'}")), "sub"),
                fails(
                        "a whole organisation",
                        stack(
                                trusting(
                                        "'StringEquals':{'%s:aud':'sts.amazonaws.com'},'StringLike':{'%s:sub':'repo:example/*'}")),
                        "sub"),
                fails(
                        "every branch",
                        stack(
                                trusting(
                                        "'StringEquals':{'%s:aud':'sts.amazonaws.com','%s:sub':'repo:example/palisade:pull_request'}")),
                        "environment"),
                fails(
                        "no audience",
                        stack(trusting("'StringEquals':{'%s:sub':'repo:example/palisade:environment:prod'}")),
                        "aud"),
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
