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

class PodSharesNothingWithItsNodeTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new PodSharesNothingWithItsNode();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "the node's users",
                        stack(resource("kubernetes:core/v1:Pod", "p").set("spec.hostUsers", true)),
                        "hostUsers"),
                passes("nothing is shared", deployment().alone()),
                passes(
                        "nothing is said",
                        deployment()
                                .without(POD + "hostNetwork")
                                .without(POD + "hostPID")
                                .without(POD + "hostIPC")
                                .alone()),
                fails(
                        "the node's network",
                        deployment().with(POD + "hostNetwork", true).alone(),
                        "hostNetwork"),
                fails(
                        "the node's processes",
                        deployment().with(POD + "hostPID", true).alone(),
                        "hostPID"),
                fails(
                        "the node's shared memory",
                        deployment().with(POD + "hostIPC", "true").alone(),
                        "hostIPC"),
                fails(
                        "one process table for all containers",
                        deployment().with(POD + "shareProcessNamespace", true).alone(),
                        "shareProcessNamespace"),
                fails(
                        "a port of the node",
                        deployment().with(CONTAINER + "ports[0].hostPort", 5000).alone(),
                        "hostPort"),
                fails(
                        "an initial container's port",
                        deployment()
                                .yaml(POD + "initContainers", "[{name: i, ports: [{containerPort: 1, hostPort: 1}]}]")
                                .alone(),
                        "\"i\""),
                unknown(
                        "it is not known yet",
                        deployment().unknown(POD + "hostPID").alone()),
                unknown(
                        "a port is not known yet",
                        deployment().unknown(CONTAINER + "ports[0].hostPort").alone()),
                notApplicable("no workload", stack()));
    }
}
