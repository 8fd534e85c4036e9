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

class ServiceAccountRoleTrustsItTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ServiceAccountRoleTrustsIt();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "its own role",
                        stack(
                                role("api"),
                                account()
                                        .set(
                                                "metadata.annotations",
                                                Map.of("eks.amazonaws.com/role-arn", "api-role-id")))),
                fails(
                        "the role of another",
                        stack(
                                role("other"),
                                account()
                                        .set(
                                                "metadata.annotations",
                                                Map.of("eks.amazonaws.com/role-arn", "api-role-id"))),
                        "does not trust it"),
                fails(
                        "a role from elsewhere",
                        stack(account()
                                .set(
                                        "metadata.annotations",
                                        Map.of("eks.amazonaws.com/role-arn", "arn:aws:iam::444455556666:role/x"))),
                        "not of this stack"),
                fails(
                        "an account that takes secrets without naming its role",
                        stack(
                                role("api"),
                                account(),
                                resource("kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass", "s")
                                        .set("metadata.namespace", "app")),
                        "not annotated"),
                fails(
                        "a chart's account without the role",
                        stack(
                                role("api"),
                                resource("kubernetes:helm.sh/v3:Release", "chart")
                                        .set("namespace", "app")
                                        .set("values.serviceAccount.name", "api")),
                        "does not annotate"),
                fails(
                        "tokens for another audience",
                        stack(
                                role("api"),
                                account()
                                        .set(
                                                "metadata.annotations",
                                                Map.of(
                                                        "eks.amazonaws.com/role-arn",
                                                        "api-role-id",
                                                        "eks.amazonaws.com/audience",
                                                        "vault"))),
                        "audience"),
                fails(
                        "a question to the global STS",
                        stack(
                                role("api"),
                                account()
                                        .set(
                                                "metadata.annotations",
                                                Map.of(
                                                        "eks.amazonaws.com/role-arn",
                                                        "api-role-id",
                                                        "eks.amazonaws.com/sts-regional-endpoints",
                                                        "false"))),
                        "regional"),
                fails(
                        "a chart's account that its role does not trust",
                        stack(
                                role("api"),
                                resource("kubernetes:helm.sh/v3:Release", "chart")
                                        .set("namespace", "app")
                                        .set(
                                                "values.serviceAccount",
                                                Map.of(
                                                        "name",
                                                        "default",
                                                        "annotations",
                                                        Map.of("eks.amazonaws.com/role-arn", "api-role-id")))),
                        "account of its chart"),
                unknown(
                        "trust from outputs",
                        stack(
                                resource(Roles.ROLE, "api-role").unknown("assumeRolePolicy"),
                                account()
                                        .set(
                                                "metadata.annotations",
                                                Map.of("eks.amazonaws.com/role-arn", "api-role-id")))),
                notApplicable("no role", stack(account())));
    }

    private static ResourceBuilder account() {
        return resource(ServiceAccounts.ACCOUNT, "api")
                .set("metadata.name", "api")
                .set("metadata.namespace", "app");
    }

    private static ResourceBuilder role(String name) {
        return resource(Roles.ROLE, "api-role")
                .set(
                        "assumeRolePolicy",
                        document(
                                "{'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity','Principal':{'Federated':'arn:aws:iam::111122223333:oidc-provider/h'},'Condition':{'StringEquals':{'h:sub':'system:serviceaccount:app:"
                                        + name + "'}}}"));
    }
}
