package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.CONTAINER;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class ServiceAuthenticatesItsClientsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ServiceAuthenticatesItsClients();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("issuer, audience and keys", deployment().alone()),
                passes(
                        "it is expressly on",
                        deployment()
                                .yaml(CONTAINER + "env[3]", "{name: AUTH_DISABLED, value: 'false'}")
                                .alone()),
                fails(
                        "it is off",
                        deployment()
                                .yaml(CONTAINER + "env[3]", "{name: AUTH_DISABLED, value: 'true'}")
                                .alone(),
                        "AUTH_DISABLED"),
                fails(
                        "no audience",
                        deployment().with(CONTAINER + "env[0].name", "OTHER").alone(),
                        "AUTH_AUDIENCE"),
                fails(
                        "an empty audience",
                        deployment().with(CONTAINER + "env[0].value", "").alone(),
                        "AUTH_AUDIENCE"),
                fails(
                        "no settings at all",
                        deployment().without(CONTAINER + "env").alone(),
                        "AUTH_JWKS_URL"),
                fails(
                        "no issuer",
                        deployment().with(CONTAINER + "env[1].name", "OTHER").alone(),
                        "AUTH_ISSUER"),
                fails(
                        "keys over http",
                        deployment()
                                .with(CONTAINER + "env[2].value", "http://login.example.com/keys")
                                .alone(),
                        "AUTH_JWKS_URL"),
                fails(
                        "no keys",
                        deployment().with(CONTAINER + "env[2].name", "OTHER").alone(),
                        "AUTH_JWKS_URL"),
                unknown(
                        "not known yet",
                        deployment().unknown(CONTAINER + "env[2].value").alone()),
                notApplicable(
                        "another program",
                        deployment()
                                .with(
                                        CONTAINER + "image",
                                        "111122223333.dkr.ecr.eu-central-1.amazonaws.com/palisade/report:1")
                                .without(CONTAINER + "env")
                                .alone()));
    }
}
