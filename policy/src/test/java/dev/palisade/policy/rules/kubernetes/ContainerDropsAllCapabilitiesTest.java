package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.CONTAINER;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class ContainerDropsAllCapabilitiesTest implements PolicyCases {
    private static final String CAPABILITIES = CONTAINER + "securityContext.capabilities";

    @Override
    public Policy policy() {
        return new ContainerDropsAllCapabilities();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("ALL is dropped", deployment().alone()),
                passes(
                        "low ports may be bound",
                        deployment()
                                .yaml(CAPABILITIES + ".add", "[NET_BIND_SERVICE]")
                                .alone()),
                fails(
                        "some are dropped",
                        deployment().yaml(CAPABILITIES + ".drop", "[NET_RAW]").alone(),
                        "does not name ALL"),
                fails("none are dropped", deployment().without(CAPABILITIES).alone(), "keeps"),
                fails(
                        "an empty list",
                        deployment().yaml(CAPABILITIES + ".drop", "[]").alone(),
                        "keeps"),
                fails(
                        "one is added",
                        deployment()
                                .yaml(CAPABILITIES + ".add", "[NET_BIND_SERVICE, SYS_ADMIN]")
                                .alone(),
                        "adds"),
                fails(
                        "all are added",
                        deployment().yaml(CAPABILITIES + ".add", "[ALL]").alone(),
                        "adds"),
                unknown(
                        "the list is not known yet",
                        deployment().unknown(CAPABILITIES + ".drop").alone()),
                unknown(
                        "one that is added is not known yet",
                        deployment().unknown(CAPABILITIES + ".add[0]").alone()),
                notApplicable("no workload", stack()));
    }
}
