package dev.palisade.policy.rules.edge;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class CertificateIsValidatedByDnsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new CertificateIsValidatedByDns();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("by DNS", stack(certificate().set("keyAlgorithm", "EC_prime256v1"))),
                fails("by mail", stack(certificate().set("validationMethod", "EMAIL")), "DNS"),
                fails("not at all", stack(certificate().unset("validationMethod")), "DNS"),
                fails("imported", stack(certificate().secret("privateKey", "-----BEGIN")), "imported"),
                fails("a short key", stack(certificate().set("keyAlgorithm", "RSA_1024")), "1024"),
                fails(
                        "unlogged",
                        stack(certificate().set("options.certificateTransparencyLoggingPreference", "DISABLED")),
                        "transparency"),
                fails("a wildcard", stack(certificate().set("domainName", "*.example.com")), "wildcard"),
                fails(
                        "another wildcard",
                        stack(certificate().set("subjectAlternativeNames", List.of("*.example.com"))),
                        "wildcard"),
                unknown("not known yet", stack(certificate().unknown("validationMethod"))),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder certificate() {
        return resource("aws:acm/certificate:Certificate", "service")
                .set("domainName", "api.example.com")
                .set("validationMethod", "DNS");
    }
}
