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

class AddonVersionIsItsOwnTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new AddonVersionIsItsOwn();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("kube-proxy of its cluster", stack(CLUSTER, addon("kube-proxy", "v1.35.0-eksbuild.2"))),
                passes("kube-proxy one version behind", stack(CLUSTER, addon("kube-proxy", "v1.34.1-eksbuild.2"))),
                passes("a CNI in repair", stack(CLUSTER, addon("vpc-cni", "v1.20.4-eksbuild.1"))),
                fails(
                        "kube-proxy of a later Kubernetes",
                        stack(CLUSTER, addon("kube-proxy", "v1.36.0-eksbuild.1")),
                        "newer"),
                fails("kube-proxy left behind", stack(CLUSTER, addon("kube-proxy", "v1.29.0-eksbuild.1")), "behind"),
                fails("an old CNI", stack(CLUSTER, addon("vpc-cni", "v1.13.1-eksbuild.1")), "older"),
                fails(
                        "the version of another",
                        stack(CLUSTER, addon("coredns", "v1.20.4-eksbuild.1"), addon("vpc-cni", "v1.20.4-eksbuild.1")),
                        "another add-on"),
                unknown(
                        "a version from outputs",
                        stack(CLUSTER, addon("vpc-cni", "").unknown("addonVersion"))),
                notApplicable("no add-on", stack(CLUSTER)));
    }

    private static final ResourceBuilder CLUSTER =
            resource(Clusters.CLUSTER, "c").set("version", "1.35");

    private static ResourceBuilder addon(String name, String version) {
        return resource(Addons.ADDON, name)
                .set("addonName", name)
                .set("addonVersion", version)
                .refer("clusterName", CLUSTER);
    }
}
