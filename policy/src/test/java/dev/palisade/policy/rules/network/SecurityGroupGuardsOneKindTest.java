package dev.palisade.policy.rules.network;

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
import java.util.Map;

class SecurityGroupGuardsOneKindTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SecurityGroupGuardsOneKind();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("nobody", stack(group())),
                passes(
                        "nodes and their control plane",
                        stack(
                                group(),
                                nodes(),
                                resource("aws:eks/cluster:Cluster", "main")
                                        .referAll("vpcConfig.securityGroupIds", group()))),
                fails(
                        "nodes and endpoints",
                        stack(group(), nodes(), endpoint().referAll("securityGroupIds", group())),
                        "more than one"),
                unknown(
                        "an endpoint not known yet",
                        stack(group(), nodes(), endpoint().unknown("securityGroupIds"))),
                notApplicable("no group", stack()));
    }

    private static ResourceBuilder group() {
        return resource("aws:ec2/securityGroup:SecurityGroup", "nodes");
    }

    private static ResourceBuilder nodes() {
        return resource("aws:ec2/launchTemplate:LaunchTemplate", "node")
                .set("networkInterfaces", List.of(Map.of("securityGroups", List.of("nodes-id"))));
    }

    private static ResourceBuilder endpoint() {
        return resource("aws:ec2/vpcEndpoint:VpcEndpoint", "sts");
    }
}
