package dev.palisade.policy.rules.edge;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "Target groups send requests to healthy pods alone",
        severity = Severity.LOW,
        rows = {Row.C4, Row.A1},
        controls = {"NIST 800-53 SC-5", "NIST 800-53 CP-10", "SOC 2 A1.2"},
        why = "Without a health check that can fail, clients are sent to pods that cannot answer.",
        remedy = "Ask the service's health path and accept a 2xx answer only.",
        snippet = "TargetGroupHealthCheckArgs.builder().path(\"/health\").matcher(\"200\")")
public final class TargetGroupChecksHealth implements ResourcePolicy {
    private static final String GROUP = "aws:lb/targetGroup:TargetGroup";
    private static final Property CHECK = Property.of(GROUP, "healthCheck");
    private static final Property ENABLED = Property.of(GROUP, "healthCheck.enabled");
    private static final Property PATH = Property.of(GROUP, "healthCheck.path");
    private static final Property MATCHER = Property.of(GROUP, "healthCheck.matcher");
    private static final Property PROTOCOL = Property.of(GROUP, "healthCheck.protocol");
    private static final Property INTERVAL = Property.of(GROUP, "healthCheck.interval");
    private static final Property TIMEOUT = Property.of(GROUP, "healthCheck.timeout");
    private static final Property HEALTHY = Property.of(GROUP, "healthCheck.healthyThreshold");
    private static final Property UNHEALTHY = Property.of(GROUP, "healthCheck.unhealthyThreshold");
    private static final Property DELAY = Property.of(GROUP, "deregistrationDelay");
    private static final Property PORT = Property.of(GROUP, "port");
    private static final Property ASKED = Property.of(GROUP, "healthCheck.port");
    private static final Property OF = Property.of(GROUP, "protocol");
    private static final Pattern SUCCESS = Pattern.compile("2\\d\\d(-2\\d\\d)?(,2\\d\\d)*");

    @Override
    public Set<String> types() {
        return Set.of(GROUP);
    }

    @Override
    public Verdict check(Resource group) {
        return Verdict.require(group.get(CHECK).isPresent(), "has no health check of its own")
                .and(Verdict.require(
                        group.get(ENABLED).is("false").not(), "checks no health: healthCheck.enabled is false"))
                .and(Verdict.require(
                        group.get(ASKED).isPresent().not().or(() -> group.get(ASKED)
                                .matches(port -> "traffic-port".equals(port)
                                        || port.equals(group.get(PORT).text().orElse("")))),
                        "asks another port than the one that serves: healthCheck.port"))
                .and(Verdict.require(group.get(PATH).matches(path -> path.length() > 1), "asks no health path"))
                .and(Verdict.require(
                        group.get(PROTOCOL).isOneOf("TCP", "UDP").not(), "checks the connection, not the service"))
                .and(Verdict.require(
                        within(group.get(INTERVAL), 5, 60)
                                .and(within(group.get(TIMEOUT), 2, 30))
                                .and(within(group.get(HEALTHY), 2, 5))
                                .and(within(group.get(UNHEALTHY), 2, 5)),
                        "notices too late, or at random, that a pod is ill: interval, timeout or thresholds"))
                .and(Verdict.require(
                        within(group.get(DELAY), 5, 300),
                        "cuts requests off, or keeps pods that are gone: deregistrationDelay is not 5 to 300"))
                .and(Verdict.require(
                        within(group.get(PORT), 1, 65_535)
                                .and(group.get(OF)
                                        .isPresent()
                                        .not()
                                        .or(group.get(OF).isOneOf("HTTP", "HTTPS", "TCP", "TLS"))),
                        "has no port or protocol that exists"))
                .and(Verdict.require(
                        group.get(MATCHER).isPresent().not().or(() -> group.get(MATCHER)
                                .matches(codes -> SUCCESS.matcher(codes).matches())),
                        "takes for healthy what answers "
                                + group.get(MATCHER).text().orElse("anything")));
    }

    /** AWS's own defaults are within the bounds. */
    private static Truth within(Value value, double least, double most) {
        return value.isPresent().not().or(() -> value.atLeast(least).and(value.atMost(most)));
    }
}
