package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.POD;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class WorkloadSurvivesDisruptionTest implements PolicyCases {
    private static final String SPREAD = POD + "topologySpreadConstraints[0].";

    @Override
    public Policy policy() {
        return new WorkloadSurvivesDisruption();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("two, spread, under a budget", with(deployment())),
                fails("one", with(deployment().with("spec.replicas", 1)), "fewer than two"),
                fails("one, by default", with(deployment().without("spec.replicas")), "fewer than two"),
                passes("as many as an autoscaler says", scaled(2)),
                fails("down to one, as an autoscaler says", scaled(1), "fewer than two"),
                fails("none", with(deployment().with("spec.replicas", 0)), "fewer than two"),
                fails("not spread", with(deployment().without(POD + "topologySpreadConstraints")), "one zone"),
                fails(
                        "spread over nodes alone",
                        with(deployment().with(SPREAD + "topologyKey", "kubernetes.io/hostname")),
                        "one zone"),
                fails(
                        "spread by others' labels",
                        with(deployment().yaml(SPREAD + "labelSelector", "{matchLabels: {a: b}}")),
                        "one zone"),
                fails("spread without effect", with(deployment().with(SPREAD + "maxSkew", 100)), "one zone"),
                fails(
                        "not spread over nodes",
                        with(deployment().without(POD + "topologySpreadConstraints[1]")),
                        "one node"),
                fails("a million", with(deployment().with("spec.replicas", 1_000_000)), "without a bound"),
                fails("no budget", deployment().alone(), "at once"),
                fails(
                        "all in one zone",
                        with(deployment().yaml(POD + "nodeSelector", "{topology.kubernetes.io/zone: eu-central-1a}")),
                        "nodeSelector"),
                passes(
                        "on one kind of machine",
                        with(deployment().yaml(POD + "nodeSelector", "{kubernetes.io/arch: arm64}"))),
                fails(
                        "all on one node",
                        with(
                                deployment()
                                        .yaml(
                                                POD
                                                        + "affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution",
                                                "[{topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app.kubernetes.io/name: service}}}]")),
                        "affinity"),
                fails(
                        "one zone, by affinity",
                        with(deployment().yaml(POD + BY_NODE, terms("[eu-central-1a]"))),
                        "affinity"),
                passes(
                        "two zones, by affinity",
                        with(deployment().yaml(POD + BY_NODE, terms("[eu-central-1a, eu-central-1b]")))),
                unknown("not known yet", with(deployment().unknown("spec.replicas"))),
                notApplicable(
                        "a DaemonSet", Compliant.workload(Workloads.DAEMON_SET).alone()));
    }

    private static final String BY_NODE =
            "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms";

    private static String terms(String zones) {
        return "[{matchExpressions: [{key: topology.kubernetes.io/zone, operator: In, values: " + zones + "}]}]";
    }

    private static StackBuilder scaled(int least) {
        return with(deployment().without("spec.replicas"))
                .with(resource(ClusterObjects.AUTOSCALER, "a")
                        .set("metadata.namespace", "palisade")
                        .set("spec.scaleTargetRef.kind", "Deployment")
                        .set("spec.scaleTargetRef.name", "service")
                        .set("spec.minReplicas", least));
    }

    private static StackBuilder with(Manifest deployment) {
        return stack(
                deployment.resource(),
                Manifest.of(ClusterObjects.BUDGET, "service", """
                        metadata: {name: service, namespace: palisade}
                        spec: {maxUnavailable: 1, selector: {matchLabels: {app.kubernetes.io/name: service}}}
                        """).resource());
    }
}
