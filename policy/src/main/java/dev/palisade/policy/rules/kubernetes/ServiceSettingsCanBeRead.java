package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Map;
import java.util.regex.Pattern;

/** What the service reads and how, as its own README tells. */
@PolicyInfo(
        title = "The service's settings are written as it reads them, and lead nowhere in clear text",
        severity = Severity.MEDIUM,
        rows = {Row.C13, Row.C10, Row.C4},
        controls = {"NIST 800-53 CM-6", "NIST 800-53 SC-8", "PCI DSS 2.2.6", "PCI DSS 4.2.1", "SOC 2 CC8.1"},
        why =
                "A flag in other letters or a number out of range keeps the new pods from starting, and the old ones run on.",
        remedy =
                "Write flags as true or false, numbers within their bounds, values without spaces around, and rediss URLs.",
        snippet = "variables.put(\"DEBUG\", \"false\")")
public final class ServiceSettingsCanBeRead extends ServiceSettingsPolicy {
    private static final Property GRACE = Property.of(Workloads.POD, "spec.terminationGracePeriodSeconds");
    private static final Pattern FLAG = Pattern.compile("true|false|");
    private static final Pattern INSIDE =
            Pattern.compile("https://.+|http://([a-z0-9-]+|[a-z0-9.-]+[.]svc([.]cluster[.]local)?)(:\\d+)?(/.*)?|");

    private record Bounds(int fallback, int least, int most) {}

    private static final Map<String, Bounds> NUMBERS = Map.of(
            "PORT", new Bounds(5000, 0, 65_535),
            "METRICS_PORT", new Bounds(9090, 0, 65_535),
            "MAX_CONCURRENT_REQUESTS", new Bounds(256, 1, 10_000),
            "DATABASE_POOL_SIZE", new Bounds(10, 1, 100),
            "SHUTDOWN_DELAY_SECONDS", new Bounds(10, 0, 60),
            "SHUTDOWN_TIMEOUT_SECONDS", new Bounds(20, 1, 60));

    private static final Map<String, Pattern> TEXTS = Map.of(
            "DEBUG", FLAG,
            "AUTH_DISABLED", FLAG,
            "REDIS_URL", Pattern.compile("rediss://.+|"),
            "OTEL_EXPORTER_OTLP_ENDPOINT", INSIDE);

    @Override
    Verdict check(Container container, Environment environment) {
        Verdict verdict = Verdict.PASS;
        for (Map.Entry<String, Value> variable : environment.variables().entrySet()) {
            Value value = variable.getValue();
            Pattern form = TEXTS.getOrDefault(variable.getKey(), Pattern.compile("(?s).*"));
            Bounds bounds = NUMBERS.get(variable.getKey());
            verdict = verdict.and(container.require(
                    Truth.of(value.text()
                            .map(text -> text.strip().equals(text)
                                    && form.matcher(text).matches()
                                    && (bounds == null || isWithin(text, bounds)))
                            .orElse(true)),
                    "has a setting that it cannot read, or that leads outside in clear text: " + variable.getKey()));
        }
        Value grace = container.pod().get(GRACE);
        int lasting = number("SHUTDOWN_DELAY_SECONDS", environment) + number("SHUTDOWN_TIMEOUT_SECONDS", environment);
        return verdict.and(container.require(
                        Truth.of(number("PORT", environment) != number("METRICS_PORT", environment)),
                        "serves its metrics to everybody: METRICS_PORT is PORT"))
                .and(container.require(
                        grace.isMissing() ? Truth.of(lasting <= 30) : grace.atLeast(lasting),
                        "is killed before it has answered: SHUTDOWN_DELAY_SECONDS and SHUTDOWN_TIMEOUT_SECONDS"));
    }

    private static boolean isWithin(String text, Bounds bounds) {
        return text.matches("\\d{1,5}")
                && Integer.parseInt(text) >= bounds.least()
                && Integer.parseInt(text) <= bounds.most();
    }

    private static int number(String name, Environment environment) {
        Bounds bounds = NUMBERS.getOrDefault(name, new Bounds(0, 0, 0));
        return environment
                .get(name)
                .text()
                .filter(text -> isWithin(text, bounds))
                .map(Integer::parseInt)
                .orElse(bounds.fallback());
    }
}
