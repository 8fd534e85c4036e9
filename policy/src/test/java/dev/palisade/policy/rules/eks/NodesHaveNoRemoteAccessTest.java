package dev.palisade.policy.rules.eks;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class NodesHaveNoRemoteAccessTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NodesHaveNoRemoteAccess();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("none", stack(group())),
                fails("a key", stack(group().set("remoteAccess.ec2SshKey", "ops")), "SSH"),
                fails(
                        "a source group alone",
                        stack(group().set("remoteAccess.sourceSecurityGroupIds", List.of("sg-1"))),
                        "SSH"),
                unknown("from outputs", stack(group().unknown("remoteAccess"))),
                notApplicable("no nodes", stack()));
    }

    private static ResourceBuilder group() {
        return resource(Nodes.GROUP, "nodes");
    }
}
