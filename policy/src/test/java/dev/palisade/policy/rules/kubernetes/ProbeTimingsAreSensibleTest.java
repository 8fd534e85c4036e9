package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.CONTAINER;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.rules.kubernetes.Compliant.workload;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class ProbeTimingsAreSensibleTest implements PolicyCases {
    private static final String LIVENESS = CONTAINER + "livenessProbe.";
    private static final String READINESS = CONTAINER + "readinessProbe.";

    @Override
    public Policy policy() {
        return new ProbeTimingsAreSensible();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "a minute to stop after a failure",
                        deployment()
                                .with(LIVENESS + "terminationGracePeriodSeconds", 60)
                                .alone()),
                fails(
                        "a second to stop after a failure",
                        deployment()
                                .with(LIVENESS + "terminationGracePeriodSeconds", 1)
                                .alone(),
                        "livenessProbe"),
                fails(
                        "two seconds to start",
                        deployment()
                                .yaml(CONTAINER + "startupProbe", "{periodSeconds: 2, failureThreshold: 1}")
                                .alone(),
                        "startupProbe"),
                passes("every few seconds", deployment().alone()),
                passes(
                        "the defaults",
                        deployment()
                                .without(LIVENESS + "periodSeconds")
                                .without(LIVENESS + "failureThreshold")
                                .alone()),
                passes(
                        "no probe to time",
                        deployment().without(CONTAINER + "livenessProbe").alone()),
                fails(
                        "once an hour",
                        deployment().with(LIVENESS + "periodSeconds", 3600).alone(),
                        "livenessProbe"),
                fails(
                        "never gives up",
                        deployment().with(READINESS + "failureThreshold", 1000).alone(),
                        "readinessProbe"),
                fails(
                        "gives up at once",
                        deployment().with(LIVENESS + "failureThreshold", 1).alone(),
                        "livenessProbe"),
                fails(
                        "waits for minutes",
                        deployment().with(READINESS + "timeoutSeconds", 120).alone(),
                        "readinessProbe"),
                fails(
                        "begins after an hour",
                        deployment()
                                .with(LIVENESS + "initialDelaySeconds", 3600)
                                .alone(),
                        "livenessProbe"),
                fails(
                        "both within, together too long",
                        deployment()
                                .with(READINESS + "periodSeconds", 60)
                                .with(READINESS + "failureThreshold", 10)
                                .alone(),
                        "readinessProbe"),
                fails(
                        "takes long to be convinced",
                        deployment().with(READINESS + "successThreshold", 1000).alone(),
                        "readinessProbe"),
                fails(
                        "what Kubernetes refuses",
                        deployment().with(LIVENESS + "successThreshold", 2).alone(),
                        "livenessProbe"),
                unknown(
                        "it is not known yet",
                        deployment().unknown(LIVENESS + "periodSeconds").alone()),
                notApplicable("a Job", workload(Workloads.JOB).alone()));
    }
}
