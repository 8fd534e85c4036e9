package dev.palisade.platform.iam;

import com.pulumi.core.Output;
import java.util.List;

/** Who may assume a role. */
public final class TrustPolicy {

    private TrustPolicy() {}

    /**
     * An AWS service that acts for this account alone.
     *
     * @param host the service's principal, e.g. {@code eks.amazonaws.com}
     */
    public static Output<String> service(String host, String accountId) {
        return PolicyDocument.of(Statement.allow("AssumedByService")
                .toService(host)
                .actions("sts:AssumeRole")
                .when("StringEquals", "aws:SourceAccount", accountId));
    }

    /** EC2 instances; EC2 sends no source account when it assumes an instance's role. */
    public static Output<String> instances() {
        return PolicyDocument.of(Statement.allow("AssumedByInstances")
                .toService("ec2.amazonaws.com")
                .actions("sts:AssumeRole"));
    }

    /**
     * One Kubernetes service account (IRSA): audience and subject are compared exactly.
     *
     * @param providerArn the cluster's OIDC provider in IAM
     * @param issuer the issuer's URL; the condition keys are made of it without the scheme
     */
    public static Output<String> serviceAccount(
            Output<String> providerArn, Output<String> issuer, String namespace, String name) {
        var host = issuer.applyValue(url -> url.replaceFirst("^https://", ""));
        return PolicyDocument.of(Statement.allow("AssumedByServiceAccount")
                .to(List.of(new Statement.Principal("Federated", providerArn)))
                .actions("sts:AssumeRoleWithWebIdentity")
                .when("StringEquals", host.applyValue(value -> value + ":aud"), List.of(Output.of("sts.amazonaws.com")))
                .when(
                        "StringEquals",
                        host.applyValue(value -> value + ":sub"),
                        List.of(Output.of("system:serviceaccount:" + namespace + ":" + name))));
    }

    /**
     * The workflows of a repository in one of its environments, compared exactly.
     *
     * @param accountId the account, in which GitHub's OIDC provider is there already
     * @param repository {@code owner/name}
     */
    public static Output<String> githubEnvironment(String accountId, String repository, String environment) {
        var issuer = "token.actions.githubusercontent.com";
        var provider = Output.of("arn:aws:iam::" + accountId + ":oidc-provider/" + issuer);
        return PolicyDocument.of(Statement.allow("AssumedByWorkflow")
                .to(List.of(new Statement.Principal("Federated", provider)))
                .actions("sts:AssumeRoleWithWebIdentity")
                .when("StringEquals", issuer + ":aud", "sts.amazonaws.com")
                .when("StringEquals", issuer + ":sub", "repo:" + repository + ":environment:" + environment));
    }
}
