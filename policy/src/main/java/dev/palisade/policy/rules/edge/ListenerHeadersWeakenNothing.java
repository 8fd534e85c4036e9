package dev.palisade.policy.rules.edge;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Setting;
import dev.palisade.policy.framework.SettingsPolicy;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.function.Predicate;

@PolicyInfo(
        title = "A listener replaces no security header of the service by a weaker one",
        severity = Severity.MEDIUM,
        rows = {Row.C10, Row.C13},
        controls = {"NIST 800-53 SC-18", "NIST 800-53 SC-8", "NIST 800-53 SI-10", "PCI DSS 6.2.4"},
        why = "What the load balancer writes over a header is what the browser obeys, whatever the service answered.",
        remedy = "Leave the headers to the service, or set nosniff, DENY and a policy without unsafe sources.",
        snippet = "ListenerArgs.builder().routingHttpResponseXContentTypeOptionsHeaderValue(\"nosniff\")")
public final class ListenerHeadersWeakenNothing implements SettingsPolicy {
    private static final String LISTENER = "aws:lb/listener:Listener";
    private static final List<Setting> SETTINGS = List.of(
            header("routingHttpResponseXContentTypeOptionsHeaderValue", "nosniff"::equals),
            header("routingHttpResponseXFrameOptionsHeaderValue", List.of("DENY", "SAMEORIGIN")::contains),
            header(
                    "routingHttpResponseContentSecurityPolicyHeaderValue",
                    policy -> !policy.isBlank() && !policy.matches("(?s).*('unsafe-|\\s[*](\\s|;|$)).*")),
            header(
                    "routingHttpResponseStrictTransportSecurityHeaderValue",
                    age -> age.matches("(?i)\\s*max-age=\"?\\d{8,}.*")),
            header("routingHttpResponseAccessControlAllowCredentialsHeaderValue", "false"::equals),
            Setting.off(LISTENER, "routingHttpResponseServerEnabled"));

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    /** Not written over, or with a value that passes the test. */
    private static Setting header(String path, Predicate<String> strong) {
        return new Setting(
                Property.of(LISTENER, path),
                value -> value.isMissing() ? Truth.TRUE : value.matches(text -> text.isEmpty() || strong.test(text)),
                "weakens a header of the service: " + path);
    }
}
