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

class EksLogsTheControlPlaneTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EksLogsTheControlPlane();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("all five", stack(cluster().set("enabledClusterLogTypes", ALL))),
                passes(
                        "all five by the component",
                        stack(resource(Clusters.COMPONENT, "main").set("enabledClusterLogTypes", ALL))),
                fails("none", stack(cluster()), "does not log audit"),
                fails("four", stack(cluster().set("enabledClusterLogTypes", ALL.subList(1, 5))), "does not log api"),
                fails(
                        "three by the component",
                        stack(resource(Clusters.COMPONENT, "main").set("enabledClusterLogTypes", ALL.subList(0, 3))),
                        "does not log scheduler"),
                unknown("kinds from outputs", stack(cluster().unknown("enabledClusterLogTypes"))),
                notApplicable(
                        "a component whose inputs the engine hides", stack(resource(Clusters.COMPONENT, "main"))));
    }

    private static final List<String> ALL = List.of("api", "audit", "authenticator", "controllerManager", "scheduler");

    private static ResourceBuilder cluster() {
        return resource(Clusters.CLUSTER, "main");
    }
}
