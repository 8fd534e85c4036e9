package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Value;
import java.util.Arrays;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "The service names the origins whose pages may call it",
        severity = Severity.MEDIUM,
        rows = Row.C13,
        controls = {"NIST 800-53 AC-4", "PCI DSS 6.2.4", "SOC 2 CC6.6"},
        why = "With any origin allowed every page that a user visits can call the service in the user's name.",
        remedy = "List https origins in CORS_ORIGINS, or leave it out.",
        snippet = "variables.put(\"CORS_ORIGINS\", String.join(\",\", service.corsOrigins()))")
public final class ServiceNamesItsOrigins extends ServiceSettingsPolicy {
    private static final Pattern ORIGIN =
            Pattern.compile("https://[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){1,9}(:\\d{1,5})?");

    @Override
    Verdict check(Container container, Environment environment) {
        Value origins = environment.get("CORS_ORIGINS");
        return container.require(
                Paths.absentOr(origins, origins.matches(ServiceNamesItsOrigins::areNamed)),
                "answers pages of origins that are not named: CORS_ORIGINS");
    }

    private static boolean areNamed(String origins) {
        return origins.isEmpty()
                || Arrays.stream(origins.split(",", -1))
                        .allMatch(origin -> ORIGIN.matcher(origin.trim()).matches());
    }
}
