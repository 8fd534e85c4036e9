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

class ContainerRootFileSystemIsReadOnlyTest implements PolicyCases {
    private static final String READ_ONLY = CONTAINER + "securityContext.readOnlyRootFilesystem";

    @Override
    public Policy policy() {
        return new ContainerRootFileSystemIsReadOnly();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("it is", deployment().alone()),
                fails("it is not", deployment().with(READ_ONLY, false).alone(), "write"),
                fails("nothing is said", deployment().without(READ_ONLY).alone(), "write"),
                fails(
                        "an initial container",
                        deployment().yaml(POD + "initContainers", "[{name: i}]").alone(),
                        "\"i\""),
                unknown("it is not known yet", deployment().unknown(READ_ONLY).alone()),
                notApplicable("no workload", stack()));
    }
}
