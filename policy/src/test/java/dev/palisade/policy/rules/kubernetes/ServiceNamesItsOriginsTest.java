package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.CONTAINER;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class ServiceNamesItsOriginsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ServiceNamesItsOrigins();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("none", deployment().alone()),
                passes("two", origins("https://www.example.com, https://app.example.com:8443")),
                fails("all", origins("*"), "CORS_ORIGINS"),
                fails("all among others", origins("https://www.example.com,*"), "CORS_ORIGINS"),
                fails("all of a domain", origins("https://*.example.com"), "CORS_ORIGINS"),
                fails("over http", origins("http://www.example.com"), "CORS_ORIGINS"),
                fails("of no origin", origins("null"), "CORS_ORIGINS"),
                unknown(
                        "not known yet",
                        deployment()
                                .with(CONTAINER + "env[3].name", "CORS_ORIGINS")
                                .unknown(CONTAINER + "env[3].value")
                                .alone()),
                notApplicable(
                        "another program",
                        deployment()
                                .with(
                                        CONTAINER + "image",
                                        "111122223333.dkr.ecr.eu-central-1.amazonaws.com/palisade/report:1")
                                .without(CONTAINER + "env")
                                .alone()));
    }

    private static StackBuilder origins(String value) {
        return deployment()
                .with(CONTAINER + "env[3].name", "CORS_ORIGINS")
                .with(CONTAINER + "env[3].value", value)
                .alone();
    }
}
