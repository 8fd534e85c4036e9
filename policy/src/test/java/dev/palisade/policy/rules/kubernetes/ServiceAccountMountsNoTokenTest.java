package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.POD;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class ServiceAccountMountsNoTokenTest implements PolicyCases {
    private static final String AUTOMOUNT = "automountServiceAccountToken";

    @Override
    public Policy policy() {
        return new ServiceAccountMountsNoToken();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "tokens that stay",
                        Manifest.of(
                                        "kubernetes:core/v1:ServiceAccount",
                                        "s",
                                        "{automountServiceAccountToken: false, secrets: [{name: token}]}")
                                .alone(),
                        "never expire"),
                fails(
                        "tokens for ten days",
                        Manifest.of(
                                        "kubernetes:core/v1:ServiceAccount",
                                        "s",
                                        "{automountServiceAccountToken: false, metadata: {annotations: {eks.amazonaws.com/token-expiration: '864000'}}}")
                                .alone(),
                        "token-expiration"),
                passes("a pod without", deployment().alone()),
                passes("an account without", stack(account().set(AUTOMOUNT, false))),
                passes("a token for AWS", projected("{audience: sts.amazonaws.com, path: t}")),
                fails("a pod with", deployment().with(POD + AUTOMOUNT, true).alone(), "automount"),
                fails(
                        "a pod that says nothing",
                        deployment().without(POD + AUTOMOUNT).alone(),
                        "automount"),
                fails("an account that says nothing", stack(account()), "automount"),
                fails("an account with", stack(account().set(AUTOMOUNT, true)), "automount"),
                fails("a token as a volume", projected("{path: t}"), "projected"),
                fails(
                        "a token for the API as a volume",
                        projected("{audience: 'https://kubernetes.default.svc', path: t}"),
                        "projected"),
                fails(
                        "a token for a year",
                        projected("{audience: sts.amazonaws.com, path: t, expirationSeconds: 31536000}"),
                        "expirationSeconds"),
                unknown("not known yet", deployment().unknown(POD + AUTOMOUNT).alone()),
                notApplicable("neither pod nor account", stack()));
    }

    private static StackBuilder projected(String token) {
        return deployment()
                .yaml(POD + "volumes[1]", "{name: t, projected: {sources: [{serviceAccountToken: " + token + "}]}}")
                .alone();
    }

    private static ResourceBuilder account() {
        return resource(ClusterObjects.SERVICE_ACCOUNT, "service");
    }
}
