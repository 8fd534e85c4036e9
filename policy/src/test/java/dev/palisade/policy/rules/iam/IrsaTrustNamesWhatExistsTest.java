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

class IrsaTrustNamesWhatExistsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new IrsaTrustNamesWhatExists();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "a service account of the stack",
                        stack(
                                PROVIDER,
                                trusting("app", "api"),
                                resource(ServiceAccounts.ACCOUNT, "api")
                                        .set("metadata", Map.of("name", "api", "namespace", "app")))),
                passes(
                        "one that an add-on makes",
                        stack(
                                PROVIDER,
                                trusting("kube-system", "aws-node"),
                                resource("aws:eks/addon:Addon", "vpc-cni")
                                        .refer("serviceAccountRoleArn", trusting("kube-system", "aws-node")))),
                passes(
                        "one that a chart makes",
                        stack(
                                PROVIDER,
                                trusting("kube-system", "lbc"),
                                resource("kubernetes:helm.sh/v3:Release", "lbc")
                                        .set("namespace", "kube-system")
                                        .set("values", Map.of("serviceAccount", Map.of("name", "lbc"))))),
                passes(
                        "one that a chart makes for a component",
                        stack(
                                PROVIDER,
                                trusting("cosign-system", "checks"),
                                resource("kubernetes:helm.sh/v3:Release", "checks")
                                        .set("namespace", "cosign-system")
                                        .set(
                                                "values",
                                                Map.of(
                                                        "webhook",
                                                        Map.of("serviceAccount", Map.of("name", "checks")))))),
                passes(
                        "GitHub, whose provider is the account's",
                        stack(resource(Roles.ROLE, "deploy").set("assumeRolePolicy", """
                                        {"Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
                                         "Principal": {"Federated":
                                           "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}}}
                                        """))),
                fails(
                        "a service account that nothing makes",
                        stack(PROVIDER, trusting("app", "api")),
                        "which nothing here makes"),
                fails(
                        "one of another namespace",
                        stack(
                                PROVIDER,
                                trusting("app", "api"),
                                resource(ServiceAccounts.ACCOUNT, "api")
                                        .set("metadata", Map.of("name", "api", "namespace", "other"))),
                        "app:api"),
                fails(
                        "a foreign issuer",
                        stack(
                                trusting("app", "api"),
                                resource(ServiceAccounts.ACCOUNT, "api")
                                        .set("metadata", Map.of("name", "api", "namespace", "app"))),
                        "token issuer"),
                unknown(
                        "a document from outputs",
                        stack(resource(Roles.ROLE, "api").unknown("assumeRolePolicy"))),
                notApplicable(
                        "a role for a service",
                        stack(
                                resource(Roles.ROLE, "r")
                                        .set(
                                                "assumeRolePolicy",
                                                document(
                                                        "{'Effect':'Allow','Principal':{'Service':'ec2.amazonaws.com'},'Action':'sts:AssumeRole'}")))));
    }

    private static final String HOST = "oidc.eks.eu-central-1.amazonaws.com/id/ABC";
    private static final String ARN = "arn:aws:iam::111122223333:oidc-provider/" + HOST;
    private static final ResourceBuilder PROVIDER =
            resource(IrsaTrustNamesWhatExists.PROVIDER, "cluster").id(ARN).output("arn", ARN);

    private static ResourceBuilder trusting(String namespace, String name) {
        return resource(Roles.ROLE, "api")
                .set(
                        "assumeRolePolicy",
                        document(
                                ("{'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity','Principal':{'Federated':'"
                                                + ARN
                                                + "'},'Condition':{'StringEquals':{'%s:aud':'sts.amazonaws.com','%s:sub':'system:serviceaccount:"
                                                + namespace + ":" + name + "'}}}")
                                        .replace("%s", HOST)));
    }
}
