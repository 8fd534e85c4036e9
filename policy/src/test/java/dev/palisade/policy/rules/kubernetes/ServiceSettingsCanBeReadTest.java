package dev.palisade.policy.rules.kubernetes;

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
import java.util.Map;

class ServiceSettingsCanBeReadTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ServiceSettingsCanBeRead();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a flag", stack(pod("DEBUG", "false"))),
                passes("an encrypted Redis", stack(pod("REDIS_URL", "rediss://redis.example.org"))),
                passes(
                        "a collector of the cluster",
                        stack(pod("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector.tracing.svc:4318"))),
                fails("a flag in other letters", stack(pod("DEBUG", "FALSE")), "DEBUG"),
                fails("a space", stack(pod("AUTH_AUDIENCE", "palisade ")), "AUTH_AUDIENCE"),
                fails("a number out of bounds", stack(pod("DATABASE_POOL_SIZE", "0")), "DATABASE_POOL_SIZE"),
                fails("a Redis in clear text", stack(pod("REDIS_URL", "redis://redis.example.org")), "REDIS_URL"),
                fails(
                        "traces to elsewhere",
                        stack(pod("OTEL_EXPORTER_OTLP_ENDPOINT", "http://example.org")),
                        "clear text"),
                fails("metrics for everybody", stack(pod("METRICS_PORT", "5000")), "METRICS_PORT is PORT"),
                fails("an end that comes too soon", stack(pod("SHUTDOWN_TIMEOUT_SECONDS", "60")), "killed"),
                unknown(
                        "a grace from outputs",
                        stack(pod("DEBUG", "false").unknown("spec.terminationGracePeriodSeconds"))),
                notApplicable(
                        "another container",
                        stack(resource(Workloads.POD, "other").set("spec.containers", List.of(Map.of("name", "x"))))));
    }

    private static ResourceBuilder pod(String name, String value) {
        return resource(Workloads.POD, "service")
                .set("spec.terminationGracePeriodSeconds", 45)
                .set(
                        "spec.containers",
                        List.of(Map.of(
                                "env",
                                List.of(
                                        Map.of("name", "RATE_LIMIT", "value", "1/day"),
                                        Map.of("name", name, "value", value)))));
    }
}
