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

class EksLogGroupIsOursTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EksLogGroupIsOurs();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "a group of that name",
                        stack(
                                resource("aws:cloudwatch/logGroup:LogGroup", "logs")
                                        .set("name", "/aws/eks/main/cluster"),
                                cluster())),
                fails("no group", stack(cluster()), "/aws/eks/main/cluster"),
                fails(
                        "a group of another name",
                        stack(
                                resource("aws:cloudwatch/logGroup:LogGroup", "logs")
                                        .set("name", "/aws/eks/other/cluster"),
                                cluster()),
                        "a group that EKS makes"),
                fails(
                        "a group that is about to get another name",
                        stack(
                                resource("aws:cloudwatch/logGroup:LogGroup", "logs")
                                        .id("/aws/eks/main/cluster")
                                        .set("name", "/aws/eks/other/cluster"),
                                cluster()),
                        "a group that EKS makes"),
                fails("no name", stack(resource(Clusters.CLUSTER, "main")), "AWS makes up"),
                unknown(
                        "a name from outputs",
                        stack(resource(Clusters.CLUSTER, "main").unknown("name"))),
                notApplicable("no cluster", stack()));
    }

    private static ResourceBuilder cluster() {
        return resource(Clusters.CLUSTER, "main").set("name", "main");
    }
}
