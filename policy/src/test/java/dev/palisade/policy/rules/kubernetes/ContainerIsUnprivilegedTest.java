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

class ContainerIsUnprivilegedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ContainerIsUnprivileged();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("both are refused", deployment().alone()),
                passes(
                        "privileged is left out",
                        deployment()
                                .without(CONTAINER + "securityContext.privileged")
                                .alone()),
                fails(
                        "privileged",
                        deployment()
                                .with(CONTAINER + "securityContext.privileged", true)
                                .alone(),
                        "is privileged"),
                fails(
                        "escalation is allowed",
                        deployment()
                                .with(CONTAINER + "securityContext.allowPrivilegeEscalation", true)
                                .alone(),
                        "gain"),
                fails(
                        "escalation is left to the default",
                        deployment()
                                .without(CONTAINER + "securityContext.allowPrivilegeEscalation")
                                .alone(),
                        "gain"),
                fails(
                        "no security context",
                        deployment().without(CONTAINER + "securityContext").alone(),
                        "gain"),
                fails(
                        "an initial container without a word",
                        deployment().yaml(POD + "initContainers", "[{name: i}]").alone(),
                        "\"i\""),
                fails(
                        "a privileged ephemeral container",
                        deployment()
                                .yaml(POD + "ephemeralContainers", "[{name: e, securityContext: {privileged: true}}]")
                                .alone(),
                        "\"e\" is privileged"),
                unknown(
                        "it is not known yet",
                        deployment()
                                .unknown(CONTAINER + "securityContext.privileged")
                                .alone()),
                unknown(
                        "the security context is a text",
                        deployment().with(CONTAINER + "securityContext", "none").alone()),
                notApplicable("no workload", stack()));
    }
}
