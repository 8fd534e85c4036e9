package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A projected volume mounts a token by another name; one for another audience (STS) is no token of the API. */
@PolicyInfo(
        title = "Service accounts and pods mount no API token",
        severity = Severity.MEDIUM,
        rows = {Row.C2, Row.C13},
        controls = {"CIS EKS 4.1.6", "NIST 800-53 AC-6", "NIST 800-53 IA-5", "PCI DSS 7.2.2", "SOC 2 CC6.3"},
        why = "A pod that never calls the Kubernetes API needs no token, and whoever breaks in would find one.",
        remedy = "Set automountServiceAccountToken to false on the account and in the pod; IRSA mounts its own token.",
        snippet = "ServiceAccountArgs.builder().automountServiceAccountToken(false)")
public final class ServiceAccountMountsNoToken implements ResourcePolicy {
    private static final Property ACCOUNT = Property.of(ClusterObjects.SERVICE_ACCOUNT, "automountServiceAccountToken");
    private static final int LONGEST = 86_400;
    private static final Property SECRETS = Property.of(ClusterObjects.SERVICE_ACCOUNT, "secrets");
    private static final Property POD = Property.of(Workloads.POD, "spec.automountServiceAccountToken");
    private static final Property VOLUMES = Property.of(Workloads.POD, "spec.volumes");
    private static final Property PROJECTED = Property.of(Workloads.POD, "spec.volumes[].projected");
    private static final Property SOURCES = Property.of(Workloads.POD, "spec.volumes[].projected.sources");
    private static final Property TOKEN =
            Property.of(Workloads.POD, "spec.volumes[].projected.sources[].serviceAccountToken");
    private static final Property LASTS =
            Property.of(Workloads.POD, "spec.volumes[].projected.sources[].serviceAccountToken.expirationSeconds");
    private static final Property AUDIENCE =
            Property.of(Workloads.POD, "spec.volumes[].projected.sources[].serviceAccountToken.audience");

    @Override
    public Set<String> types() {
        return Stream.concat(Workloads.TYPES.stream(), Stream.of(ClusterObjects.SERVICE_ACCOUNT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Verdict check(Resource object) {
        if (ClusterObjects.SERVICE_ACCOUNT.equals(object.type())) {
            Value lasts = Metadata.annotations(object).field("eks.amazonaws.com/token-expiration");
            return judge(object.get(ACCOUNT))
                    .and(Verdict.require(
                            object.get(SECRETS).hasItems().not(), "names tokens that never expire: secrets"))
                    .and(Verdict.require(
                            Paths.absentOr(lasts, lasts.atMost(LONGEST)),
                            "has tokens that last longer than a day: token-expiration"));
        }
        PodSpec pod = PodSpec.of(object);
        Truth projects = pod.get(VOLUMES)
                .any(volume -> volume.get(PROJECTED).get(SOURCES).any(source -> isOfTheApi(source.get(TOKEN))));
        Truth lasting = pod.get(VOLUMES)
                .any(volume -> volume.get(PROJECTED).get(SOURCES).any(source -> source.get(TOKEN)
                        .get(LASTS)
                        .atMost(LONGEST)
                        .not()
                        .and(source.get(TOKEN).get(LASTS).isPresent())));
        return judge(pod.get(POD))
                .and(Verdict.require(lasting.not(), "mounts a token that lasts longer than a day: expirationSeconds"))
                .and(Verdict.require(projects.not(), "mounts a token of the Kubernetes API as a projected volume"));
    }

    private static Verdict judge(Value automount) {
        return Verdict.require(
                automount.is("false"),
                "hands a token of the Kubernetes API to pods: automountServiceAccountToken is not false");
    }

    private static Truth isOfTheApi(Value token) {
        Value audience = token.get(AUDIENCE);
        return token.isPresent()
                .and(() -> Paths.absentOr(
                        audience, audience.matches(name -> name.isEmpty() || name.contains("kubernetes"))));
    }
}
