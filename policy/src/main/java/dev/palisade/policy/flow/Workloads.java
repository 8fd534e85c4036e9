package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pods of a graph: those of its workloads, of EKS add-ons and Helm releases, and a stray one. */
final class Workloads {
    private static final String ADDON = "aws:eks/addon:Addon";
    private static final Property ADDON_NAME = Property.of(ADDON, "addonName");
    private static final List<Kind> KINDS = List.of(
            Kind.of("kubernetes:apps/v1:Deployment", "spec.template."),
            Kind.of("kubernetes:apps/v1:StatefulSet", "spec.template."),
            Kind.of("kubernetes:apps/v1:DaemonSet", "spec.template."),
            Kind.of("kubernetes:apps/v1:ReplicaSet", "spec.template."),
            Kind.of("kubernetes:core/v1:ReplicationController", "spec.template."),
            Kind.of("kubernetes:batch/v1:Job", "spec.template."),
            Kind.of("kubernetes:batch/v1:CronJob", "spec.jobTemplate.spec.template."),
            Kind.of("kubernetes:core/v1:Pod", ""));

    /** Add-ons that run pods on the pod network; the others run on the network of their nodes. */
    private static final Map<String, String> OF_ADDONS = Map.of(
            "coredns", "kube-system/k8s-app=kube-dns",
            "metrics-server", "kube-system/app.kubernetes.io/name=metrics-server",
            "aws-ebs-csi-driver", "kube-system/app.kubernetes.io/name=aws-ebs-csi-driver",
            "amazon-cloudwatch-observability", "amazon-cloudwatch/app.kubernetes.io/name=cloudwatch-agent");

    /** Where a kind of workload keeps what its pods look like. */
    record Kind(
            String type,
            Property name,
            Property namespace,
            Property labels,
            Property hostNetwork,
            Property containers,
            Property containerPorts) {
        static Kind of(String type, String template) {
            return new Kind(
                    type,
                    Property.of(type, "metadata.name"),
                    Property.of(type, "metadata.namespace"),
                    Property.of(type, template + "metadata.labels"),
                    Property.of(type, template + "spec.hostNetwork"),
                    Property.of(type, template + "spec.containers"),
                    Property.of(type, template + "spec.containers[].ports"));
        }
    }

    private final List<Pods> all = new ArrayList<>();

    Workloads(Graph graph) {
        for (Kind kind : KINDS) {
            graph.ofType(kind.type()).forEach(workload -> all.add(read(kind, workload)));
        }
        graph.ofType(ADDON).forEach(addon -> addon.get(ADDON_NAME).text().ifPresent(this::addon));
        graph.ofType(HelmRelease.TYPE).forEach(this::release);
        if (!all.isEmpty()) {
            // Whoever may start a pod anywhere in the cluster starts this one.
            all.add(new Pods("default", "stray", Optional.of(Map.of()), Truth.FALSE, Map.of()));
        }
    }

    List<Pods> all() {
        return List.copyOf(all);
    }

    private static Pods read(Kind kind, Resource workload) {
        Value given = workload.get(kind.name());
        String name = given.text().filter(known -> !given.isSecret()).orElse(workload.name());
        String namespace = namespace(workload.get(kind.namespace()));
        Map<String, PortSet> ports = new HashMap<>();
        for (Value container : workload.get(kind.containers()).items()) {
            for (Value port : container.get(kind.containerPorts()).items()) {
                Optional<Double> number = port.field("containerPort").number();
                String protocol = port.field("protocol").text().orElse("TCP");
                port.field("name").text().ifPresent(key -> number.flatMap(one -> PortSet.read(protocol, one, one))
                        .ifPresent(set -> ports.put(key, set)));
            }
        }
        Value host = workload.get(kind.hostNetwork());
        return new Pods(namespace, name, labels(workload.get(kind.labels())), host.isTrue(), ports);
    }

    /** Objects without a namespace are in {@code default}; one that comes from a secret is told to nobody. */
    static String namespace(Value namespace) {
        Value told = namespace.isSecret() ? Value.unknown() : namespace;
        return told.isMissing() ? "default" : told.text().orElse("a namespace not known yet");
    }

    /** A map of texts; empty where any of it is not known. */
    static Optional<Map<String, String>> labels(Value labels) {
        if (labels.hasUnknown()) {
            return Optional.empty();
        }
        Map<String, String> read = new LinkedHashMap<>();
        labels.fields().forEach((key, value) -> value.text().ifPresent(text -> read.put(key, text)));
        return Optional.of(read);
    }

    private void addon(String addon) {
        String pods = OF_ADDONS.get(addon);
        if (pods != null) {
            int slash = pods.indexOf('/');
            int equals = pods.indexOf('=');
            Map<String, String> labels = Map.of(pods.substring(slash + 1, equals), pods.substring(equals + 1));
            all.add(new Pods(pods.substring(0, slash), addon, Optional.of(labels), Truth.FALSE, Map.of()));
        }
    }

    /** Charts label their pods with their name, as Helm's conventions have it. */
    private void release(Resource release) {
        String chart = release.get(HelmRelease.CHART).text().orElse(release.name());
        String name = chart.substring(chart.lastIndexOf('/') + 1);
        all.add(new Pods(
                namespace(release.get(HelmRelease.NAMESPACE)),
                name,
                Optional.of(Map.of("app.kubernetes.io/name", name)),
                Truth.FALSE,
                Map.of()));
    }
}
