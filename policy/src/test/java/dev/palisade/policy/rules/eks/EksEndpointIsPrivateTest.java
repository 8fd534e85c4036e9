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

class EksEndpointIsPrivateTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EksEndpointIsPrivate();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("private alone", stack(cluster().set("vpcConfig.endpointPublicAccess", false))),
                passes(
                        "public for an office",
                        stack(cluster().set("vpcConfig.publicAccessCidrs", List.of("203.0.113.0/28")))),
                passes(
                        "the component, private alone",
                        stack(resource(Clusters.COMPONENT, "main")
                                .set("endpointPrivateAccess", true)
                                .set("endpointPublicAccess", false))),
                fails("AWS's defaults", stack(resource(Clusters.CLUSTER, "main")), "to the world"),
                fails(
                        "no private endpoint",
                        stack(cluster().set("vpcConfig.endpointPrivateAccess", false)),
                        "no private endpoint"),
                fails(
                        "the world by two halves",
                        stack(cluster().set("vpcConfig.publicAccessCidrs", List.of("0.0.0.0/1", "128.0.0.0/1"))),
                        "0.0.0.0/0"),
                fails(
                        "the world of IPv6",
                        stack(cluster().set("vpcConfig.publicAccessCidrs", List.of("203.0.113.0/28", "::/0"))),
                        "::/0"),
                fails(
                        "something that is no block",
                        stack(cluster().set("vpcConfig.publicAccessCidrs", List.of("anywhere"))),
                        "no CIDR blocks"),
                fails(
                        "the component, open",
                        stack(resource(Clusters.COMPONENT, "main")
                                .set("endpointPrivateAccess", true)
                                .set("publicAccessCidrs", List.of("0.0.0.0/0"))),
                        "opens its API"),
                unknown("blocks from outputs", stack(cluster().unknown("vpcConfig.publicAccessCidrs"))),
                unknown(
                        "whether it is public is not known",
                        stack(cluster().unknown("vpcConfig.endpointPublicAccess"))),
                notApplicable(
                        "a component whose inputs the engine hides", stack(resource(Clusters.COMPONENT, "main"))));
    }

    private static ResourceBuilder cluster() {
        return resource(Clusters.CLUSTER, "main").set("vpcConfig.endpointPrivateAccess", true);
    }
}
