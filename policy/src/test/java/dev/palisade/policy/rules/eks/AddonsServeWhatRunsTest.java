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
import java.util.Map;

class AddonsServeWhatRunsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new AddonsServeWhatRuns();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("what every cluster needs", stack(CLUSTER, addon("kube-proxy"), addon("coredns"))),
                passes(
                        "a driver for its storage class",
                        stack(CLUSTER, addon("kube-proxy"), addon("coredns"), addon("aws-ebs-csi-driver"), STORAGE)),
                fails("no names", stack(CLUSTER, addon("kube-proxy")), "coredns"),
                fails(
                        "no driver",
                        stack(CLUSTER, addon("kube-proxy"), addon("coredns"), STORAGE),
                        "aws-ebs-csi-driver"),
                fails(
                        "no agent for its alarms",
                        stack(
                                CLUSTER,
                                addon("kube-proxy"),
                                addon("coredns"),
                                resource("aws:cloudwatch/metricAlarm:MetricAlarm", "m")
                                        .set("namespace", "ContainerInsights")),
                        "amazon-cloudwatch-observability"),
                fails(
                        "no metrics for its autoscaler",
                        stack(
                                CLUSTER,
                                addon("kube-proxy"),
                                addon("coredns"),
                                resource("kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "h")),
                        "metrics-server"),
                fails(
                        "secrets that nothing syncs",
                        stack(
                                CLUSTER,
                                addon("kube-proxy"),
                                addon("coredns"),
                                addon("aws-secrets-store-csi-driver-provider"),
                                SYNCED),
                        "syncSecret"),
                passes(
                        "secrets that are synced",
                        stack(
                                CLUSTER,
                                addon("kube-proxy"),
                                addon("coredns"),
                                addon("aws-secrets-store-csi-driver-provider")
                                        .set(
                                                "configurationValues",
                                                "{\"secrets-store-csi-driver\": {\"syncSecret\": {\"enabled\": true}}}"),
                                SYNCED)),
                unknown(
                        "an add-on whose name comes from outputs",
                        stack(CLUSTER, addon("kube-proxy"), addon("x").unknown("addonName"))),
                notApplicable("no cluster", stack()));
    }

    private static final ResourceBuilder CLUSTER = resource(Clusters.CLUSTER, "c");
    private static final ResourceBuilder STORAGE =
            resource("kubernetes:storage.k8s.io/v1:StorageClass", "s").set("provisioner", "ebs.csi.aws.com");

    private static final ResourceBuilder SYNCED = resource(
                    "kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass", "s")
            .set("spec.secretObjects", List.of(Map.of("secretName", "s")));

    private static ResourceBuilder addon(String name) {
        return resource(Addons.ADDON, name).refer("clusterName", CLUSTER).set("addonName", name);
    }
}
