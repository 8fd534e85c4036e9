package dev.palisade.platform.workload;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.inputs.CapabilitiesArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerPortArgs;
import com.pulumi.kubernetes.core.v1.inputs.EmptyDirVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarArgs;
import com.pulumi.kubernetes.core.v1.inputs.HTTPGetActionArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ProbeArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceRequirementsArgs;
import com.pulumi.kubernetes.core.v1.inputs.SeccompProfileArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.TopologySpreadConstraintArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeMountArgs;
import dev.palisade.platform.network.Ports;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What runs in a pod of the service, within the Pod Security profile "restricted". */
final class ServicePod {

    private static final int USER = 1000;

    /** Readiness false for 10 s, requests in flight for 20 s, and a reserve. */
    private static final int TERMINATION_SECONDS = 45;

    private static final Map<String, String> REQUESTS =
            Map.of("cpu", "250m", "memory", "384Mi", "ephemeral-storage", "64Mi");

    private static final Map<String, String> LIMITS =
            Map.of("cpu", "1", "memory", "512Mi", "ephemeral-storage", "256Mi");

    private ServicePod() {}

    static PodSpecArgs spec(StackSettings settings, Output<String> image, String serviceAccount) {
        return PodSpecArgs.builder()
                .serviceAccountName(serviceAccount)
                .automountServiceAccountToken(false)
                .enableServiceLinks(false)
                .hostNetwork(false)
                .hostPID(false)
                .hostIPC(false)
                .securityContext(PodSecurityContextArgs.builder()
                        .runAsNonRoot(true)
                        .runAsUser(USER)
                        .runAsGroup(USER)
                        .fsGroup(USER)
                        .seccompProfile(SeccompProfileArgs.builder()
                                .type("RuntimeDefault")
                                .build())
                        .build())
                .terminationGracePeriodSeconds(TERMINATION_SECONDS)
                .topologySpreadConstraints(Stream.of("topology.kubernetes.io/zone", "kubernetes.io/hostname")
                        .map(ServicePod::spread)
                        .toList())
                .containers(container(settings, image))
                .volumes(withDatabase(settings, temporary(), SecretMount.volume()))
                .build();
    }

    private static ContainerArgs container(StackSettings settings, Output<String> image) {
        return ContainerArgs.builder()
                .name(Labels.NAME)
                .image(image)
                .imagePullPolicy("Always")
                .ports(ContainerPortArgs.builder()
                        .name("http")
                        .containerPort(Ports.SERVICE)
                        .protocol("TCP")
                        .build())
                .env(environment(settings))
                .securityContext(SecurityContextArgs.builder()
                        .runAsNonRoot(true)
                        .runAsUser(USER)
                        .runAsGroup(USER)
                        .privileged(false)
                        .allowPrivilegeEscalation(false)
                        .readOnlyRootFilesystem(true)
                        .capabilities(CapabilitiesArgs.builder().drop("ALL").build())
                        .seccompProfile(SeccompProfileArgs.builder()
                                .type("RuntimeDefault")
                                .build())
                        .build())
                .resources(ResourceRequirementsArgs.builder()
                        .requests(REQUESTS)
                        .limits(LIMITS)
                        .build())
                .startupProbe(probe("/health/live", 2, 30))
                .livenessProbe(probe("/health/live", 10, 3))
                .readinessProbe(probe("/health/ready", 5, 2))
                .volumeMounts(withDatabase(
                        settings,
                        VolumeMountArgs.builder().name("tmp").mountPath("/tmp").build(),
                        SecretMount.mount()))
                .build();
    }

    private static List<EnvVarArgs> environment(StackSettings settings) {
        var service = settings.service();
        var variables = new TreeMap<String, String>();
        variables.put("PORT", String.valueOf(Ports.SERVICE));
        variables.put("AUTH_ISSUER", service.auth().issuer());
        variables.put("AUTH_AUDIENCE", service.auth().audience());
        variables.put("AUTH_JWKS_URL", service.auth().keySetUrl());
        variables.put("RATE_LIMIT", "100/hour");
        // The load balancer is the one proxy that appends the client's address.
        variables.put("TRUSTED_PROXY_HOPS", "1");
        if (!service.corsOrigins().isEmpty()) {
            variables.put("CORS_ORIGINS", String.join(",", service.corsOrigins()));
        }
        var plain = variables.entrySet().stream().map(variable -> EnvVarArgs.builder()
                .name(variable.getKey())
                .value(variable.getValue())
                .build());
        var secret = service.database() ? Stream.of(SecretMount.variable()) : Stream.<EnvVarArgs>empty();
        return Stream.concat(plain, secret).toList();
    }

    private static VolumeArgs temporary() {
        return VolumeArgs.builder()
                .name("tmp")
                .emptyDir(EmptyDirVolumeSourceArgs.builder().sizeLimit("64Mi").build())
                .build();
    }

    private static <T> List<T> withDatabase(StackSettings settings, T always, T database) {
        return settings.service().database() ? List.of(always, database) : List.of(always);
    }

    private static ProbeArgs probe(String path, int periodSeconds, int failures) {
        return ProbeArgs.builder()
                .httpGet(HTTPGetActionArgs.builder()
                        .path(path)
                        .port(Ports.SERVICE)
                        .scheme("HTTP")
                        .build())
                .periodSeconds(periodSeconds)
                .timeoutSeconds(2)
                .failureThreshold(failures)
                .build();
    }

    private static TopologySpreadConstraintArgs spread(String topologyKey) {
        return TopologySpreadConstraintArgs.builder()
                .topologyKey(topologyKey)
                .maxSkew(1)
                .whenUnsatisfiable("ScheduleAnyway")
                .labelSelector(Labels.selector())
                .build();
    }
}
