package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.CONTAINER;
import static dev.palisade.policy.rules.kubernetes.Compliant.POD;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class PodRunsAsNonRootTest implements PolicyCases {
    private static final String OWN = CONTAINER + "securityContext.runAsNonRoot";
    private static final String OF_POD = POD + "securityContext.runAsNonRoot";

    @Override
    public Policy policy() {
        return new PodRunsAsNonRoot();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("pod and container say so", deployment().alone()),
                passes("the pod alone says so", deployment().without(OWN).alone()),
                passes(
                        "the container alone says so",
                        deployment().without(OF_POD).alone()),
                fails(
                        "the container overrides the pod",
                        deployment().with(OWN, false).alone(),
                        "\"service\" may run"),
                fails(
                        "neither says so",
                        deployment().without(OWN).without(OF_POD).alone(),
                        "may run as root"),
                fails(
                        "an initial container overrides the pod",
                        deployment()
                                .yaml(POD + "initContainers", "[{name: i, securityContext: {runAsNonRoot: false}}]")
                                .alone(),
                        "\"i\" may run as root"),
                fails(
                        "an ephemeral container overrides the pod",
                        deployment()
                                .yaml(
                                        POD + "ephemeralContainers",
                                        "[{name: e, securityContext: {runAsNonRoot: false}}]")
                                .alone(),
                        "\"e\" may run as root"),
                fails(
                        "there is no pod to speak of",
                        deployment().without("spec").alone(),
                        "may run as root"),
                unknown("it is not known yet", deployment().unknown(OWN).alone()),
                unknown(
                        "the containers are not known yet",
                        deployment().without(OF_POD).unknown(POD + "containers").alone()),
                unknown(
                        "a text where the containers belong",
                        deployment()
                                .without(OF_POD)
                                .with(POD + "containers", "x")
                                .alone()),
                notApplicable("no workload", stack()));
    }
}
