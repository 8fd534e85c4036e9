package dev.palisade.policy.rules.edge;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Set;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "Listeners negotiate TLS 1.2 with forward secrecy at least",
        severity = Severity.HIGH,
        rows = {Row.C10, Row.X5},
        controls = {
            "NIST 800-53 SC-8(1)",
            "NIST 800-53 SC-13",
            "PCI DSS 4.2.1",
            "HIPAA 164.312(e)(1)",
            "SOC 2 CC6.7",
            "Security Hub ELB.17"
        },
        why = "The default policy of 2016 speaks TLS 1.0 with ciphers that are broken.",
        remedy = "Use a TLS 1.3 policy that is restricted to authenticated encryption.",
        snippet = "ListenerArgs.builder().sslPolicy(\"ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09\")")
public final class ListenerNegotiatesModernTls implements ResourcePolicy {
    private static final String LISTENER = "aws:lb/listener:Listener";
    private static final Property PROTOCOL = Property.of(LISTENER, "protocol");
    private static final Property POLICY = Property.of(LISTENER, "sslPolicy");
    private static final Property CERTIFICATE = Property.of(LISTENER, "certificateArn");
    private static final Property EXPIRED = Property.of(LISTENER, "mutualAuthentication.ignoreClientCertificateExpiry");
    private static final Property HSTS = Property.of(LISTENER, "routingHttpResponseStrictTransportSecurityHeaderValue");

    /** Ten million seconds, four months, and more. */
    private static final Pattern LASTING = Pattern.compile("(?i).*max-age=\"?\\d{8,}.*");

    private static final Pattern MODERN =
            Pattern.compile("ELBSecurityPolicy-TLS13-1-(2-Res|3)(-FIPS)?(-PQ)?(-FIPS)?-20[2-9]\\d-\\d\\d");

    @Override
    public Set<String> types() {
        return Set.of(LISTENER);
    }

    @Override
    public Verdict check(Resource listener) {
        if (listener.get(PROTOCOL).isOneOf("HTTPS", "TLS") == Truth.FALSE
                && listener.get(CERTIFICATE).isMissing()) {
            return Verdict.NOT_APPLICABLE;
        }
        return Verdict.require(
                        listener.get(POLICY)
                                .matches(policy -> MODERN.matcher(policy).matches()),
                        "has the TLS policy " + listener.get(POLICY).text().orElse("of 2016, for sslPolicy is absent"))
                .and(Verdict.require(listener.get(CERTIFICATE).isPresent(), "has no certificate"))
                .and(Verdict.require(
                        listener.get(EXPIRED).isTrue().not(),
                        "lets clients in by certificates that have expired: ignoreClientCertificateExpiry"))
                .and(
                        Verdict.require(
                                listener.get(HSTS).isPresent().not().or(() -> listener.get(HSTS)
                                        .matches(header ->
                                                LASTING.matcher(header).matches())),
                                "tells browsers to forget that TLS is a must: Strict-Transport-Security of less than four months"));
    }
}
