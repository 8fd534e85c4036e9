package dev.palisade.policy.rules.eks;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.json;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class CniEnforcesNetworkPoliciesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new CniEnforcesNetworkPolicies();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a version without the agent",
                        stack(
                                CLUSTER,
                                cni().set("configurationValues", json("{'enableNetworkPolicy':'true'}"))
                                        .set("addonVersion", "v1.10.4-eksbuild.1")),
                        "before v1.14"),
                passes(
                        "a later version",
                        stack(
                                CLUSTER,
                                cni().set("configurationValues", json("{'enableNetworkPolicy':'true'}"))
                                        .set("addonVersion", "v1.21.0-eksbuild.1"))),
                passes(
                        "enforcing",
                        stack(
                                CLUSTER,
                                cni().set("configurationValues", json("{'enableNetworkPolicy':'true','env':{}}")))),
                fails("no configuration", stack(CLUSTER, cni()), "does not enforce"),
                fails(
                        "switched off",
                        stack(CLUSTER, cni().set("configurationValues", json("{'enableNetworkPolicy':'false'}"))),
                        "does not enforce"),
                fails(
                        "a boolean, which the add-on refuses",
                        stack(CLUSTER, cni().set("configurationValues", json("{'enableNetworkPolicy':true}"))),
                        "as the text true"),
                fails(
                        "no JSON",
                        stack(CLUSTER, cni().set("configurationValues", "enableNetworkPolicy: true")),
                        "does not enforce"),
                fails("no add-on", stack(CLUSTER), "has no vpc-cni add-on"),
                fails(
                        "another add-on",
                        stack(
                                CLUSTER,
                                resource(Addons.ADDON, "dns")
                                        .set("addonName", "coredns")
                                        .set("clusterName", "main")),
                        "has no vpc-cni add-on"),
                unknown("a configuration from outputs", stack(CLUSTER, cni().unknown("configurationValues"))),
                notApplicable(
                        "another add-on alone",
                        stack(resource(Addons.ADDON, "dns").set("addonName", "coredns"))));
    }

    private static final ResourceBuilder CLUSTER =
            resource(Clusters.CLUSTER, "main").set("name", "main");

    private static ResourceBuilder cni() {
        return resource(Addons.ADDON, "cni").set("addonName", "vpc-cni").set("clusterName", "main");
    }
}
