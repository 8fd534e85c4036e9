package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.POD;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class DeploymentRollsWithoutOutageTest implements PolicyCases {
    private static final String GATES = "spec.template.spec.readinessGates";
    private static final String STOP = "spec.template.spec.containers[0].lifecycle.preStop";
    private static final String STRATEGY = "spec.strategy.";

    @Override
    public Policy policy() {
        return new DeploymentRollsWithoutOutage();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "a pause before it stops",
                        deployment().yaml(STOP, "{sleep: {seconds: 5}}").alone()),
                passes(
                        "the load balancer's gate",
                        deployment()
                                .yaml(GATES, "[{conditionType: target-health.elbv2.k8s.aws/service}]")
                                .alone()),
                fails(
                        "a gate that nobody opens",
                        deployment()
                                .yaml(GATES, "[{conditionType: example.com/ready}]")
                                .alone(),
                        "readinessGates"),
                fails(
                        "a pause of an hour",
                        deployment().yaml(STOP, "{sleep: {seconds: 3600}}").alone(),
                        "preStop"),
                fails(
                        "a pause of an hour by a command",
                        deployment()
                                .yaml(STOP, "{exec: {command: [sh, -c, 'sleep 3600']}}")
                                .alone(),
                        "preStop"),
                fails(
                        "given up after a second",
                        deployment().with("spec.progressDeadlineSeconds", 1).alone(),
                        "progressDeadlineSeconds"),
                passes("one by one", deployment().alone()),
                fails(
                        "all at once",
                        deployment().with(STRATEGY + "type", "Recreate").alone(),
                        "strategy.type"),
                fails(
                        "all may be missing",
                        deployment()
                                .with(STRATEGY + "rollingUpdate.maxUnavailable", "100%")
                                .alone(),
                        "maxUnavailable"),
                fails(
                        "a quarter, by default",
                        deployment().without("spec.strategy").alone(),
                        "maxUnavailable"),
                fails(
                        "no surge and none missing",
                        deployment()
                                .with(STRATEGY + "rollingUpdate.maxSurge", 0)
                                .alone(),
                        "maxSurge"),
                fails(
                        "ready at once",
                        deployment().without("spec.minReadySeconds").alone(),
                        "minReadySeconds"),
                fails(
                        "no way back",
                        deployment().with("spec.revisionHistoryLimit", 0).alone(),
                        "rolled back"),
                passes(
                        "a quarter more",
                        deployment()
                                .with(STRATEGY + "rollingUpdate.maxSurge", "25%")
                                .alone()),
                fails(
                        "fewer than none",
                        deployment()
                                .with(STRATEGY + "rollingUpdate.maxSurge", -1)
                                .alone(),
                        "without a bound"),
                fails(
                        "a thousand more",
                        deployment()
                                .with(STRATEGY + "rollingUpdate.maxSurge", 1000)
                                .alone(),
                        "without a bound"),
                fails(
                        "selects others",
                        deployment().without("spec.selector.matchLabels").alone(),
                        "own pods"),
                fails("paused", deployment().with("spec.paused", true).alone(), "paused"),
                fails(
                        "killed at once",
                        deployment()
                                .with(POD + "terminationGracePeriodSeconds", 0)
                                .alone(),
                        "Grace"),
                fails(
                        "30 seconds, by default",
                        deployment()
                                .without(POD + "terminationGracePeriodSeconds")
                                .alone(),
                        "Grace"),
                fails(
                        "an hour",
                        deployment()
                                .with(POD + "terminationGracePeriodSeconds", 3600)
                                .alone(),
                        "Grace"),
                fails(
                        "never given up",
                        deployment()
                                .with("spec.progressDeadlineSeconds", 2_147_483_647)
                                .alone(),
                        "progressDeadlineSeconds"),
                fails(
                        "pods that end",
                        deployment()
                                .with("spec.template.spec.restartPolicy", "Never")
                                .alone(),
                        "restartPolicy"),
                unknown("not known yet", deployment().unknown("spec.strategy").alone()),
                notApplicable("no Deployment", stack()));
    }
}
