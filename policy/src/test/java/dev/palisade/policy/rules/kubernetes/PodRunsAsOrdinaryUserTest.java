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

class PodRunsAsOrdinaryUserTest implements PolicyCases {
    private static final String USER = "securityContext.runAsUser";
    private static final String GROUP = "securityContext.runAsGroup";

    @Override
    public Policy policy() {
        return new PodRunsAsOrdinaryUser();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("user and group 1000", deployment().alone()),
                passes(
                        "the pod alone says so",
                        deployment()
                                .without(CONTAINER + USER)
                                .without(CONTAINER + GROUP)
                                .alone()),
                fails(
                        "root in the container",
                        deployment().with(CONTAINER + USER, 0).alone(),
                        "runAsUser"),
                fails(
                        "a system's user in the pod",
                        deployment()
                                .without(CONTAINER + USER)
                                .with(POD + USER, 999)
                                .alone(),
                        "runAsUser"),
                fails(
                        "no user",
                        deployment()
                                .without(CONTAINER + USER)
                                .without(POD + USER)
                                .alone(),
                        "runAsUser"),
                fails(
                        "the group of root",
                        deployment().with(CONTAINER + GROUP, 0).alone(),
                        "runAsGroup"),
                fails(
                        "no group",
                        deployment()
                                .without(CONTAINER + GROUP)
                                .without(POD + GROUP)
                                .alone(),
                        "runAsGroup"),
                fails(
                        "volumes of root's group",
                        deployment().with(POD + "securityContext.fsGroup", 0).alone(),
                        "fsGroup"),
                fails(
                        "a further group",
                        deployment()
                                .yaml(POD + "securityContext.supplementalGroups", "[2000, 0]")
                                .alone(),
                        "supplementalGroups"),
                unknown(
                        "it is not known yet",
                        deployment().unknown(CONTAINER + USER).alone()),
                unknown(
                        "a text where a number belongs",
                        deployment().with(CONTAINER + USER, "root").alone()),
                notApplicable("no workload", stack()));
    }
}
