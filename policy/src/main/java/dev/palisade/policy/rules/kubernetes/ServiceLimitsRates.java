package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.Arguments;
import dev.palisade.policy.framework.Parameter;
import dev.palisade.policy.framework.Parameterised;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "The service limits how often a client may ask",
        severity = Severity.MEDIUM,
        rows = Row.C12,
        controls = {"NIST 800-53 SC-5", "PCI DSS 6.4.2", "SOC 2 A1.1", "SOC 2 CC6.6"},
        why =
                "Without a limit one client can guess, scrape or exhaust the service; with a wrong number of proxies clients choose their own address.",
        remedy = "Set RATE_LIMIT to at most 1000 an hour per client, and TRUSTED_PROXY_HOPS to 1, the load balancer.",
        snippet = "variables.put(\"RATE_LIMIT\", \"100/hour\")")
public final class ServiceLimitsRates extends ServiceSettingsPolicy implements Parameterised {
    private static final Parameter MOST =
            Parameter.number("maxRequestsPerHour", 1000, "The most requests per client and hour.");
    private static final Pattern LIMIT = Pattern.compile(
            "(?:|(?:GET|POST) /api/data=|(?:GET|POST) /api/data/\\{id}=)" + "([1-9]\\d{0,8})/(second|minute|hour|day)");
    private static final Map<String, Double> PER_HOUR =
            Map.of("second", 3600.0, "minute", 60.0, "hour", 1.0, "day", 1 / 24.0);

    private final double most;

    public ServiceLimitsRates() {
        this(Arguments.fallbacks(List.of(MOST)));
    }

    private ServiceLimitsRates(Arguments arguments) {
        most = arguments.number(MOST);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(MOST);
    }

    @Override
    public Policy with(Arguments arguments) {
        return new ServiceLimitsRates(arguments);
    }

    @Override
    Verdict check(Container container, Environment environment) {
        return container
                .require(environment.get("RATE_LIMIT").matches(this::isLow), "has no useful limit: RATE_LIMIT")
                .and(container.require(
                        environment.get("TRUSTED_PROXY_HOPS").is("1"),
                        "counts by an address that is not the client's: TRUSTED_PROXY_HOPS is not 1"));
    }

    /** The first is the limit of every route; each further one is of a single route and at least as low. */
    private boolean isLow(String limits) {
        for (String limit : limits.split(",", -1)) {
            var parts = LIMIT.matcher(limit.trim());
            if (!parts.matches()) {
                return false;
            }
            double perHour = Double.parseDouble(parts.group(1)) * PER_HOUR.getOrDefault(parts.group(2), 0.0);
            if (perHour <= 0 || perHour > most) {
                return false;
            }
        }
        return true;
    }
}
