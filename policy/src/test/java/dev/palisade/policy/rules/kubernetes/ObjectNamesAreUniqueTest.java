package dev.palisade.policy.rules.kubernetes;

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

class ObjectNamesAreUniqueTest implements PolicyCases {
    private static final String AUTOSCALER = "kubernetes:autoscaling/v1:HorizontalPodAutoscaler";

    @Override
    public Policy policy() {
        return new ObjectNamesAreUnique();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "two names",
                        stack(
                                object("a", ClusterObjects.SERVICE),
                                object("b", ClusterObjects.SERVICE).set("metadata.name", "other"))),
                passes(
                        "two namespaces",
                        stack(
                                object("a", ClusterObjects.SERVICE),
                                object("b", ClusterObjects.SERVICE).set("metadata.namespace", "other"))),
                passes("two kinds", stack(object("a", ClusterObjects.SERVICE), object("b", Workloads.DEPLOYMENT))),
                passes(
                        "names that Pulumi gives",
                        stack(resource(ClusterObjects.SERVICE, "a"), resource(ClusterObjects.SERVICE, "b"))),
                passes(
                        "a patch of the other",
                        stack(object("a", ClusterObjects.SERVICE), object("b", ClusterObjects.SERVICE + "Patch"))),
                passes(
                        "in two clusters",
                        stack(
                                object("a", ClusterObjects.SERVICE).provider("one"),
                                object("b", ClusterObjects.SERVICE).provider("two"))),
                fails(
                        "one object by two names of Pulumi",
                        stack(object("a", Workloads.DEPLOYMENT), object("b", Workloads.DEPLOYMENT)),
                        "the same object"),
                fails(
                        "one object in two versions of its API",
                        stack(object("a", ClusterObjects.AUTOSCALER), object("b", AUTOSCALER)),
                        "the same object"),
                fails(
                        "one object of the whole cluster",
                        stack(
                                resource(ClusterObjects.NAMESPACE, "a").set("metadata.name", "n"),
                                resource(ClusterObjects.NAMESPACE, "b").set("metadata.name", "n")),
                        "the same object"),
                unknown(
                        "a name from outputs",
                        stack(object("a", ClusterObjects.SERVICE).unknown("metadata.name"))),
                unknown(
                        "a namespace from outputs, and the same name",
                        stack(
                                object("a", ClusterObjects.SERVICE),
                                object("b", ClusterObjects.SERVICE).unknown("metadata.namespace"))),
                passes(
                        "a namespace from outputs, and no other of that name",
                        stack(object("a", ClusterObjects.SERVICE).unknown("metadata.namespace"))),
                notApplicable("no objects", stack()));
    }

    private static ResourceBuilder object(String name, String type) {
        return resource(type, name).set("metadata.name", "service").set("metadata.namespace", "palisade");
    }
}
