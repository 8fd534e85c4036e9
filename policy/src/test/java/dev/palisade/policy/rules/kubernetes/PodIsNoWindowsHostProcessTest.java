package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.CONTAINER;
import static dev.palisade.policy.rules.kubernetes.Compliant.POD;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class PodIsNoWindowsHostProcessTest implements PolicyCases {
    private static final String OPTION = "securityContext.windowsOptions.hostProcess";

    @Override
    public Policy policy() {
        return new PodIsNoWindowsHostProcess();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a Windows pod",
                        stack(resource("kubernetes:core/v1:Pod", "p").set("spec.os.name", "windows")),
                        "os.name"),
                passes("nothing is said", deployment().alone()),
                fails(
                        "the container is",
                        deployment().with(CONTAINER + OPTION, true).alone(),
                        "HostProcess"),
                fails("the pod is", deployment().with(POD + OPTION, true).alone(), "HostProcess"),
                unknown(
                        "it is not known yet",
                        deployment().unknown(POD + OPTION).alone()),
                notApplicable("no workload", stack()));
    }
}
