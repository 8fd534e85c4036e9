package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;

@PolicyInfo(
        title = "Probes notice a failure soon, and not too soon",
        severity = Severity.LOW,
        rows = Row.C4,
        controls = {"NIST 800-53 SI-13", "SOC 2 A1.2"},
        why =
                "A probe that waits for minutes is none; one that gives up at the first miss restarts a pod that is only slow.",
        remedy =
                "Ask every 1 to 60 seconds, wait at most 10 for an answer, and give up within 5 minutes (2 minutes for readiness).",
        snippet = "ProbeArgs.builder().periodSeconds(10).timeoutSeconds(2).failureThreshold(3)")
public final class ProbeTimingsAreSensible extends ServingPolicy {
    private static final Property LIVENESS = Property.of(Workloads.POD, "spec.containers[].livenessProbe");
    private static final Property READINESS = Property.of(Workloads.POD, "spec.containers[].readinessProbe");
    private static final Property STARTUP = Property.of(Workloads.POD, "spec.containers[].startupProbe");
    private static final Property DELAY =
            Property.of(Workloads.POD, "spec.containers[].livenessProbe.initialDelaySeconds");
    private static final Property PERIOD = Property.of(Workloads.POD, "spec.containers[].livenessProbe.periodSeconds");
    private static final Property TIMEOUT =
            Property.of(Workloads.POD, "spec.containers[].livenessProbe.timeoutSeconds");
    private static final Property FAILURES =
            Property.of(Workloads.POD, "spec.containers[].livenessProbe.failureThreshold");

    private static final Property GRACE =
            Property.of(Workloads.POD, "spec.containers[].livenessProbe.terminationGracePeriodSeconds");

    private static final Property SUCCESSES =
            Property.of(Workloads.POD, "spec.containers[].livenessProbe.successThreshold");

    private static final int LEAST_FOR_A_START = 10;

    @Override
    Verdict check(Container container, PodSpec pod) {
        return judge(container, LIVENESS, 300)
                .and(judge(container, READINESS, 120))
                .and(judge(container, STARTUP, 300));
    }

    private static Verdict judge(Container container, Property kind, int mostSeconds) {
        Value probe = container.get(kind);
        if (probe.isMissing()) {
            return Verdict.PASS;
        }
        Value period = probe.get(PERIOD);
        Value failures = probe.get(FAILURES);
        double seconds = number(period, 10) * number(failures, 3);
        Truth inTime = period.isUnknown() || failures.isUnknown()
                ? Truth.UNKNOWN
                : Truth.of(seconds <= mostSeconds && (!kind.equals(STARTUP) || seconds >= LEAST_FOR_A_START));
        Truth patient = kind.equals(LIVENESS) ? within(failures, 2, 30) : within(failures, 1, 150);
        return container.require(
                within(period, 1, 60)
                        .and(within(probe.get(TIMEOUT), 1, 10))
                        .and(within(probe.get(DELAY), 0, 120))
                        .and(patient)
                        .and(within(probe.get(GRACE), 10, 300))
                        .and(within(probe.get(SUCCESSES), 1, kind.equals(READINESS) ? 10 : 1))
                        .and(inTime),
                "has a " + kind.path().get(2) + " whose timing makes it useless");
    }

    /** What is left out takes the API's default, which is sensible. */
    private static Truth within(Value seconds, double least, double most) {
        return Paths.absentOr(seconds, seconds.atLeast(least).and(seconds.atMost(most)));
    }

    private static double number(Value seconds, double otherwise) {
        return seconds.number().orElse(otherwise);
    }
}
