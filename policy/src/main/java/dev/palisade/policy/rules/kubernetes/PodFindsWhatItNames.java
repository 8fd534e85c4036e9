package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is optional may be absent; the cluster brings its own root certificate to every namespace. */
@PolicyInfo(
        title = "Secrets, config maps, claims and classes that pods name are there",
        severity = Severity.MEDIUM,
        rows = {Row.C4, Row.C5},
        controls = {"NIST 800-53 CM-2", "NIST 800-53 SC-28", "SOC 2 A1.2", "SOC 2 CC6.1"},
        why = "A pod that waits for what is not there never starts, and takes what somebody else puts in that place.",
        remedy = "Declare the object in the pod's namespace, or correct the name.",
        snippet =
                "PodSpecArgs.builder().serviceAccountName(account.metadata().applyValue(m -> m.name().orElseThrow()))")
public final class PodFindsWhatItNames implements RelationPolicy {
    private static final Property VOLUMES = Property.of(Workloads.POD, "spec.volumes");
    private static final Property SECRET = Property.of(Workloads.POD, "spec.volumes[].secret");
    private static final Property SECRET_NAME = Property.of(Workloads.POD, "spec.volumes[].secret.secretName");
    private static final Property CONFIG = Property.of(Workloads.POD, "spec.volumes[].configMap");
    private static final Property CLAIMED = Property.of(Workloads.POD, "spec.volumes[].persistentVolumeClaim");
    private static final Property CLAIM_NAME =
            Property.of(Workloads.POD, "spec.volumes[].persistentVolumeClaim.claimName");
    private static final Property SOURCES = Property.of(Workloads.POD, "spec.containers[].envFrom");
    private static final Property FROM_MAP = Property.of(Workloads.POD, "spec.containers[].envFrom[].configMapRef");
    private static final Property FROM_SECRET = Property.of(Workloads.POD, "spec.containers[].envFrom[].secretRef");
    private static final Property NAME = Property.of(Workloads.POD, "spec.containers[].envFrom[].secretRef.name");
    private static final Property ENV = Property.of(Workloads.POD, "spec.containers[].env");
    private static final Property ENV_MAP =
            Property.of(Workloads.POD, "spec.containers[].env[].valueFrom.configMapKeyRef");
    private static final Property ENV_SOURCE = Property.of(Workloads.POD, "spec.containers[].env[].valueFrom");
    private static final Property PULL = Property.of(ClusterObjects.SERVICE_ACCOUNT, "imagePullSecrets");
    private static final Property CLASS = Property.of(Workloads.POD, "spec.priorityClassName");
    private static final Property RUNTIME = Property.of(Workloads.POD, "spec.runtimeClassName");

    @Override
    public Set<String> types() {
        return Stream.concat(Workloads.TYPES.stream(), Stream.of(ClusterObjects.SERVICE_ACCOUNT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Verdict check(Resource object, Graph graph) {
        String namespace = Metadata.namespace(object);
        SecretSources secrets = SecretSources.of(graph);
        if (object.is(ClusterObjects.SERVICE_ACCOUNT)) {
            return Verdict.require(
                    object.get(PULL).all(secret -> secrets.has(namespace, secret.get(NAME))),
                    "names a secret for pulling images that its namespace does not have: imagePullSecrets");
        }
        NamedObjects named = graph.view(NamedObjects.class, NamedObjects::new);
        PodSpec pod = PodSpec.of(object);
        Verdict verdict = Verdict.require(
                        pod.get(VOLUMES).all(volume -> {
                            Value secret = volume.get(SECRET);
                            return NamedObjects.mayLack(secret)
                                    .or(() -> secrets.has(namespace, secret.get(SECRET_NAME)));
                        }),
                        "has a volume of a Secret that its namespace does not have")
                .and(Verdict.require(
                        pod.get(VOLUMES).all(volume -> named.hasMap(namespace, volume.get(CONFIG))),
                        "has a volume of a ConfigMap that its namespace does not have"))
                .and(Verdict.require(
                        pod.get(VOLUMES).all(volume -> NamedObjects.mayLack(volume.get(CLAIMED))
                                .or(() -> named.hasClaim(
                                        namespace, volume.get(CLAIMED).get(CLAIM_NAME)))),
                        "has a volume of a claim that its namespace does not have"))
                .and(Verdict.require(
                        Paths.absentOr(pod.get(CLASS), named.hasPriority(pod.get(CLASS))),
                        "names a priority class that nobody makes: priorityClassName"))
                .and(Verdict.require(
                        pod.get(RUNTIME).isPresent().not(),
                        "names a runtime that no node group brings: runtimeClassName"));
        for (Container container : pod.containers()) {
            verdict = verdict.and(container.require(
                            container.get(SOURCES).all(source -> named.hasMap(namespace, source.get(FROM_MAP))
                                    .and(() -> NamedObjects.mayLack(source.get(FROM_SECRET))
                                            .or(() -> secrets.has(
                                                    namespace,
                                                    source.get(FROM_SECRET).get(NAME))))),
                            "takes variables from an object that its namespace does not have: envFrom"))
                    .and(
                            container.require(
                                    container
                                            .get(ENV)
                                            .all(variable -> named.hasKey(
                                                    namespace,
                                                    variable.get(ENV_SOURCE).get(ENV_MAP))),
                                    "takes a variable from a ConfigMap that its namespace does not have, or from no key of it"));
        }
        return verdict;
    }
}
