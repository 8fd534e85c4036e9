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

class ListenerNegotiatesModernTlsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ListenerNegotiatesModernTls();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a browser that soon forgets",
                        stack(listener("ELBSecurityPolicy-TLS13-1-3-2021-06")
                                .set("routingHttpResponseStrictTransportSecurityHeaderValue", "max-age=0")),
                        "Strict-Transport-Security"),
                passes(
                        "a browser that remembers",
                        stack(listener("ELBSecurityPolicy-TLS13-1-3-2021-06")
                                .set(
                                        "routingHttpResponseStrictTransportSecurityHeaderValue",
                                        "max-age=31536000; includeSubDomains"))),
                passes("post-quantum", stack(listener("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"))),
                passes("restricted", stack(listener("ELBSecurityPolicy-TLS13-1-2-Res-2021-06"))),
                passes("TLS 1.3 alone", stack(listener("ELBSecurityPolicy-TLS13-1-3-2021-06"))),
                fails(
                        "clients with certificates of last year",
                        stack(listener("ELBSecurityPolicy-TLS13-1-3-2021-06")
                                .set("mutualAuthentication.mode", "verify")
                                .set("mutualAuthentication.ignoreClientCertificateExpiry", true)),
                        "expired"),
                fails("none", stack(listener("").unset("sslPolicy")), "sslPolicy is absent"),
                fails("of 2016", stack(listener("ELBSecurityPolicy-2016-08")), "2016-08"),
                fails("TLS 1.0", stack(listener("ELBSecurityPolicy-TLS13-1-0-2021-06")), "1-0"),
                fails("extended ciphers", stack(listener("ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06")), "Ext2"),
                fails(
                        "no certificate",
                        stack(listener("ELBSecurityPolicy-TLS13-1-3-2021-06").unset("certificateArn")),
                        "no certificate"),
                unknown("not known yet", stack(listener("").unknown("sslPolicy"))),
                notApplicable(
                        "plain HTTP",
                        stack(resource("aws:lb/listener:Listener", "http").set("protocol", "HTTP"))),
                notApplicable("no listener", stack()));
    }

    private static ResourceBuilder listener(String policy) {
        return resource("aws:lb/listener:Listener", "https")
                .set("protocol", "HTTPS")
                .set("certificateArn", "arn:aws:acm:eu-central-1:111122223333:certificate/1")
                .set("sslPolicy", policy);
    }
}
