package dev.palisade.policy.rules.edge;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "The web ACL's log redacts credentials",
        severity = Severity.MEDIUM,
        rows = {Row.C11, Row.C5},
        controls = {"NIST 800-53 AU-9", "PCI DSS 3.3.1", "HIPAA 164.312(a)(1)", "SOC 2 CC6.1", "GDPR 5(1)(c)"},
        why = "Tokens and session cookies in a log are keys to the service for everyone who reads logs.",
        remedy = "Redact the headers authorization and cookie.",
        snippet = "WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs.builder().name(\"authorization\")")
public final class WebAclLogHidesCredentials implements ResourcePolicy {
    private static final String LOGGING = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";
    private static final Property FIELDS = Property.of(LOGGING, "redactedFields");
    private static final Property HEADER = Property.of(LOGGING, "redactedFields[].singleHeader");
    private static final Property NAME = Property.of(LOGGING, "redactedFields[].singleHeader.name");

    @Override
    public Set<String> types() {
        return Set.of(LOGGING);
    }

    @Override
    public Verdict check(Resource logging) {
        Verdict verdict = Verdict.PASS;
        for (String header : List.of("authorization", "cookie")) {
            Truth redacted =
                    logging.get(FIELDS).any(field -> field.get(HEADER).get(NAME).matches(header::equalsIgnoreCase));
            verdict = verdict.and(Verdict.require(redacted, "does not redact the header " + header));
        }
        return verdict;
    }
}
