package dev.palisade.policy.rules.kubernetes;

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
        title = "Deployments replace their pods one by one, and pods have time to stop",
        severity = Severity.LOW,
        rows = Row.C4,
        controls = {"NIST 800-53 CP-10", "NIST 800-53 CM-3", "SOC 2 A1.2"},
        why = "A release that stops all pods first, or kills them in the middle of requests, is an outage.",
        remedy =
                "Use RollingUpdate with maxUnavailable 0 and a surge, and a termination grace period of 45 to 300 seconds.",
        snippet = "RollingUpdateDeploymentArgs.builder().maxUnavailable(0).maxSurge(1)")
public final class DeploymentRollsWithoutOutage implements ResourcePolicy {
    private static final Property TYPE = Property.of(Workloads.DEPLOYMENT, "spec.strategy.type");
    private static final Property UNAVAILABLE =
            Property.of(Workloads.DEPLOYMENT, "spec.strategy.rollingUpdate.maxUnavailable");
    private static final Property SURGE = Property.of(Workloads.DEPLOYMENT, "spec.strategy.rollingUpdate.maxSurge");
    private static final Property READY_SECONDS = Property.of(Workloads.DEPLOYMENT, "spec.minReadySeconds");
    private static final Property HISTORY = Property.of(Workloads.DEPLOYMENT, "spec.revisionHistoryLimit");
    private static final Property SELECTOR = Property.of(Workloads.DEPLOYMENT, "spec.selector");
    private static final Property PAUSED = Property.of(Workloads.DEPLOYMENT, "spec.paused");
    private static final Property GIVEN_UP = Property.of(Workloads.DEPLOYMENT, "spec.progressDeadlineSeconds");
    private static final Property RESTART = Property.of(Workloads.POD, "spec.restartPolicy");
    private static final Property ENDS = Property.of(Workloads.POD, "spec.activeDeadlineSeconds");
    private static final Property GRACE = Property.of(Workloads.POD, "spec.terminationGracePeriodSeconds");

    private static final Property GATES = Property.of(Workloads.POD, "spec.readinessGates");
    private static final Property CONDITION = Property.of(Workloads.POD, "spec.readinessGates[].conditionType");
    private static final Property STOP = Property.of(Workloads.POD, "spec.containers[].lifecycle.preStop");
    private static final Property COMMAND =
            Property.of(Workloads.POD, "spec.containers[].lifecycle.preStop.exec.command");
    private static final Property EXEC = Property.of(Workloads.POD, "spec.containers[].lifecycle.preStop.exec");
    /** The controller of the load balancer sets it. */
    private static final String LOAD_BALANCER = "target-health.elbv2.k8s.aws/";

    private static final double DEFAULT_GRACE = 30;
    private static final Pattern SLEEP = Pattern.compile("\\bsleep[ ,]+(\\d{1,9})");

    @Override
    public Set<String> types() {
        return Set.of(Workloads.DEPLOYMENT);
    }

    @Override
    public Verdict check(Resource deployment) {
        Value type = deployment.get(TYPE);
        PodSpec pod = PodSpec.of(deployment);
        Value grace = pod.get(GRACE);
        Value surge = deployment.get(SURGE);
        return Verdict.require(
                        Paths.absentOr(type, type.is("RollingUpdate")),
                        "stops all pods before it starts new ones: spec.strategy.type")
                .and(Verdict.require(
                        deployment.get(UNAVAILABLE).isOneOf("0", "0%", "1"),
                        "stops many pods before new ones are ready: maxUnavailable is not 0 or 1"))
                .and(Verdict.require(
                        Paths.absentOr(surge, surge.isOneOf("0", "0%").not())
                                .or(deployment.get(UNAVAILABLE).is("1")),
                        "can never be replaced: maxSurge and maxUnavailable are 0"))
                .and(Verdict.require(
                        deployment
                                .get(READY_SECONDS)
                                .atLeast(1)
                                .and(deployment.get(READY_SECONDS).atMost(300)),
                        "takes a pod for ready at once, or never: minReadySeconds is not 1 to 300"))
                .and(Verdict.require(
                        Paths.absentOr(
                                deployment.get(HISTORY),
                                deployment
                                        .get(HISTORY)
                                        .atLeast(1)
                                        .and(deployment.get(HISTORY).atMost(100))),
                        "cannot be rolled back, or to anything: revisionHistoryLimit is not 1 to 100"))
                .and(Verdict.require(
                        Selector.isEmpty(deployment.get(SELECTOR))
                                .not()
                                .and(() -> Selector.selects(deployment.get(SELECTOR), pod.labels())),
                        "does not select its own pods: spec.selector"))
                .and(Verdict.require(
                        Paths.absentOr(surge, surge.matches(most -> most.matches("\\d{1,2}%?|100%"))),
                        "starts pods without a bound: maxSurge"))
                .and(Verdict.require(Paths.isOff(deployment.get(PAUSED)), "is paused: no fix is rolled out"))
                .and(Verdict.require(
                        Paths.absentOr(
                                deployment.get(GIVEN_UP),
                                deployment
                                        .get(GIVEN_UP)
                                        .atLeast(60)
                                        .and(deployment.get(GIVEN_UP).atMost(3600))),
                        "is taken for failed at once, or never: progressDeadlineSeconds is not 60 to 3600"))
                .and(Verdict.require(
                        Paths.absentOr(pod.get(RESTART), pod.get(RESTART).is("Always"))
                                .and(pod.get(ENDS).isPresent().not()),
                        "is refused by Kubernetes, as its pods end: restartPolicy, activeDeadlineSeconds"))
                .and(Verdict.require(
                        pod.get(GATES).all(gate -> gate.get(CONDITION).matches(kind -> kind.startsWith(LOAD_BALANCER))),
                        "waits for a condition that nobody sets: readinessGates"))
                .and(Verdict.require(
                        Truth.of(pod.services().stream()
                                .mapToDouble(DeploymentRollsWithoutOutage::seconds)
                                .allMatch(seconds -> seconds < grace.number().orElse(DEFAULT_GRACE))),
                        "is killed before it has waited: preStop is as long as terminationGracePeriodSeconds"))
                .and(Verdict.require(
                        grace.atLeast(45).and(grace.atMost(300)),
                        "has no time to stop: terminationGracePeriodSeconds is not 45 to 300"));
    }

    /** How long a container sleeps before it is told to stop. */
    private static double seconds(Container container) {
        Value stop = container.get(STOP);
        var command = SLEEP.matcher(String.join(" ", stop.get(EXEC).get(COMMAND).texts()));
        // The sleep of its own is newer than the SDK.
        return stop.field("sleep")
                .field("seconds")
                .number()
                .orElseGet(() -> command.find() ? Double.parseDouble(command.group(1)) : 0.0);
    }
}
