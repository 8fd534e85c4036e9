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

class EmptyDirIsBoundedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EmptyDirIsBounded();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("64 MiB", deployment().alone()),
                passes("no emptyDir", deployment().without(POD + "volumes").alone()),
                fails(
                        "no limit",
                        deployment()
                                .without(POD + "volumes[0].emptyDir.sizeLimit")
                                .alone(),
                        "\"tmp\""),
                fails(
                        "no source, so one without limit",
                        deployment().without(POD + "volumes[0].emptyDir").alone(),
                        "\"tmp\""),
                fails(
                        "a limit without meaning",
                        deployment()
                                .with(POD + "volumes[0].emptyDir.sizeLimit", "1Ti")
                                .alone(),
                        "sizeLimit"),
                unknown(
                        "it is not known yet",
                        deployment()
                                .unknown(POD + "volumes[0].emptyDir.sizeLimit")
                                .alone()),
                notApplicable("no workload", stack()));
    }
}
