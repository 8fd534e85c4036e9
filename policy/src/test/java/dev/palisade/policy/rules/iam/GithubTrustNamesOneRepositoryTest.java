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
import java.util.Map;

class GithubTrustNamesOneRepositoryTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new GithubTrustNamesOneRepository();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "one repository",
                        stack(
                                trusting(
                                        "'StringEquals':{'%s:aud':'sts.amazonaws.com','%s:sub':'repo:example/palisade:environment:test'}"),
                                signedBy("example/palisade"))),
                fails(
                        "images of another repository",
                        stack(
                                trusting(
                                        "'StringEquals':{'%s:aud':'sts.amazonaws.com','%s:sub':'repo:example/palisade:environment:test'}"),
                                signedBy("example/forgotten")),
                        "another repository"),
                fails(
                        "a role for another repository",
                        stack(
                                trusting(
                                        "'StringEquals':{'%s:aud':'sts.amazonaws.com','%s:sub':'repo:example/palisade:environment:test'}"),
                                trusting(
                                        "publish",
                                        "'StringEquals':{'%s:aud':'sts.amazonaws.com','%s:sub':'repo:example/forgotten:environment:test'}")),
                        "another repository"),
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

    private static ResourceBuilder signedBy(String repository) {
        Map<String, String> workflow = Map.of(
                "subject", "https://github.com/" + repository + "/.github/workflows/deliver.yml@refs/heads/main");
        return resource("kubernetes:policy.sigstore.dev/v1beta1:ClusterImagePolicy", "images")
                .set("spec.authorities", List.of(Map.of("keyless", Map.of("identities", List.of(workflow)))));
    }

    private static ResourceBuilder trusting(String conditions) {
        return trusting("delivery", conditions);
    }

    private static ResourceBuilder trusting(String name, String conditions) {
        return resource(Roles.ROLE, name)
                .set(
                        "assumeRolePolicy",
                        document(
                                "{'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity','Principal':{'Federated':'arn:aws:iam::111122223333:oidc-provider/%s'},'Condition':{"
                                                .replace("%s", WebIdentity.GITHUB)
                                        + conditions.replace("%s", WebIdentity.GITHUB) + "}}"));
    }
}
