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

class CertificateIsIssuedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new CertificateIsIssued();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "validated and shown",
                        stack(certificate(), validation(), listener().refer("certificateArn", validation()))),
                passes(
                        "one that ACM has already",
                        stack(listener().set("certificateArn", "arn:aws:acm:eu-central-1:111122223333:certificate/1"))),
                fails("never validated", stack(certificate()), "never validated"),
                fails(
                        "another one's validation",
                        stack(certificate(), validation().set("certificateArn", "arn:other")),
                        "never validated"),
                fails(
                        "a server certificate of IAM",
                        stack(listener().set("certificateArn", "arn:aws:iam::111122223333:server-certificate/old")),
                        "not ACM's"),
                unknown("not known yet", stack(listener().unknown("certificateArn"))),
                notApplicable("plain HTTP", stack(listener())),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder certificate() {
        return resource("aws:acm/certificate:Certificate", "service");
    }

    private static ResourceBuilder validation() {
        return resource("aws:acm/certificateValidation:CertificateValidation", "service")
                .refer("certificateArn", certificate());
    }

    private static ResourceBuilder listener() {
        return resource("aws:lb/listener:Listener", "https");
    }
}
