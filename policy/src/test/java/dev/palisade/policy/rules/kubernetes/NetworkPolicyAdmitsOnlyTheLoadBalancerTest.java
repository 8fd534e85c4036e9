package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.networkPolicy;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class NetworkPolicyAdmitsOnlyTheLoadBalancerTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NetworkPolicyAdmitsOnlyTheLoadBalancer();
    }

    @Override
    public List<Case> cases() {
        ResourceBuilder subnet = resource("aws:ec2/subnet:Subnet", "public").set("cidrBlock", "10.20.0.0/24");
        ResourceBuilder balancer =
                resource("aws:lb/loadBalancer:LoadBalancer", "edge").referAll("subnets", subnet);
        ResourceBuilder vague =
                resource("aws:lb/loadBalancer:LoadBalancer", "edge").unknown("subnets");
        ResourceBuilder intra = resource("aws:ec2/subnet:Subnet", "intra").set("cidrBlock", "10.20.192.0/28");
        ResourceBuilder cluster = resource("aws:eks/cluster:Cluster", "cluster").referAll("vpcConfig.subnetIds", intra);
        ResourceBuilder chart =
                resource("kubernetes:helm.sh/v3:Release", "policy-controller").set("namespace", "cosign-system");
        ResourceBuilder webhook = networkPolicy()
                .with("metadata.namespace", "cosign-system")
                .with("spec.ingress[0].from[0].ipBlock.cidr", "10.20.192.0/28")
                .resource();
        return List.of(
                passes("its subnet", stack(subnet, balancer, networkPolicy().resource())),
                passes("nobody", stack(subnet, balancer, Compliant.defaultDeny().resource())),
                passes("the callers of a chart's webhook", stack(subnet, balancer, intra, cluster, chart, webhook)),
                fails(
                        "the load balancer, to a chart's webhook",
                        stack(
                                subnet,
                                balancer,
                                intra,
                                cluster,
                                chart,
                                networkPolicy()
                                        .with("metadata.namespace", "cosign-system")
                                        .resource()),
                        "callers"),
                fails(
                        "the control plane, to pods of the stack",
                        stack(
                                subnet,
                                balancer,
                                intra,
                                cluster,
                                networkPolicy()
                                        .with("spec.ingress[0].from[0].ipBlock.cidr", "10.20.192.0/28")
                                        .resource()),
                        "not the load balancer's"),
                fails(
                        "the whole network",
                        stack(
                                subnet,
                                balancer,
                                networkPolicy()
                                        .with("spec.ingress[0].from[0].ipBlock.cidr", "10.20.0.0/16")
                                        .resource()),
                        "not the load balancer's"),
                fails(
                        "another subnet",
                        stack(
                                subnet,
                                balancer,
                                networkPolicy()
                                        .with("spec.ingress[0].from[0].ipBlock.cidr", "10.20.9.0/24")
                                        .resource()),
                        "not the load balancer's"),
                unknown(
                        "the subnets are not known yet",
                        stack(subnet, vague, networkPolicy().resource())),
                unknown(
                        "the block is not known yet",
                        stack(
                                subnet,
                                balancer,
                                networkPolicy()
                                        .unknown("spec.ingress[0].from[0].ipBlock.cidr")
                                        .resource())),
                notApplicable("no load balancer", networkPolicy().alone()));
    }
}
