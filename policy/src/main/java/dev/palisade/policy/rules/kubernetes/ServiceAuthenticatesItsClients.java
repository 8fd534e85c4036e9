package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Optional;

@PolicyInfo(
        title = "The service demands tokens of a named issuer",
        severity = Severity.CRITICAL,
        rows = Row.C13,
        controls = {
            "NIST 800-53 IA-2",
            "NIST 800-53 AC-3",
            "PCI DSS 8.3.1",
            "HIPAA 164.312(d)",
            "SOC 2 CC6.1",
            "GDPR 32(1)(b)"
        },
        why = "Without authentication everybody who reaches the load balancer reads and writes the data.",
        remedy = "Set AUTH_ISSUER, AUTH_AUDIENCE and AUTH_JWKS_URL (https), and never AUTH_DISABLED.",
        snippet = "variables.put(\"AUTH_JWKS_URL\", service.auth().keySetUrl())")
public final class ServiceAuthenticatesItsClients extends ServiceSettingsPolicy {
    @Override
    Verdict check(Container container, Environment environment) {
        Value disabled = environment.get("AUTH_DISABLED");
        return container
                .require(
                        Paths.absentOr(disabled, disabled.matches("false"::equalsIgnoreCase)),
                        "lets everybody do everything: AUTH_DISABLED")
                .and(container.require(
                        environment.get("AUTH_JWKS_URL").matches(url -> url.matches("https://[^/@\\s]+.*")),
                        "does not fetch the issuer's keys over https: AUTH_JWKS_URL"))
                .and(container.require(
                        environment.get("AUTH_ISSUER").matches(issuer -> issuer.startsWith("https://")),
                        "names no issuer: AUTH_ISSUER"))
                .and(container.require(
                        host(environment.get("AUTH_JWKS_URL"))
                                .flatMap(keys ->
                                        host(environment.get("AUTH_ISSUER")).map(keys::equals))
                                .map(Truth::of)
                                .orElse(Truth.TRUE),
                        "believes the keys of another host than the issuer's: AUTH_JWKS_URL"))
                .and(container.require(
                        environment
                                .get("AUTH_AUDIENCE")
                                .matches(audience -> !audience.isBlank() && !audience.contains("*")),
                        "names no audience: AUTH_AUDIENCE"));
    }

    private static Optional<String> host(Value address) {
        return address.text().map(text -> text.replaceFirst("^https?://", "").replaceFirst("[/:].*$", ""));
    }
}
