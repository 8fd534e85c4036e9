package dev.palisade.platform.admission;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.helm.v3.Release;
import com.pulumi.kubernetes.helm.v3.ReleaseArgs;
import com.pulumi.kubernetes.helm.v3.inputs.RepositoryOptsArgs;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.room.Room;
import java.util.List;
import java.util.Map;

/** Sigstore's policy-controller, which refuses what it can't check: its own failure lets nothing in. */
final class PolicyController extends Room {

    static final String SERVICE_ACCOUNT = "policy-controller";

    private static final String CHART_VERSION = "0.10.5";

    /** Release v0.13.1, which the chart brings. */
    private static final String IMAGE = "sha256:0bcd60beb93f4427c29cf3a669743caf58490e98ded4380c33c09f092734a6ab";

    /** Runs once, when the chart is taken down; the chart's own default follows whatever is newest. */
    private static final String CLEANUP_IMAGE =
            "latest-dev@sha256:1e1ef597cf577885d2b1b5fa927efad03164292069bc67f20ee3c15db62e7f5d";

    /** While a node is drained the other one answers, or no pod of the service could move. */
    private static final int REPLICAS = 2;

    private static final Map<String, Object> RESOURCES = Map.of(
            "requests", Map.of("cpu", "100m", "memory", "128Mi"),
            "limits", Map.of("cpu", "500m", "memory", "512Mi"));

    private static final Map<String, Object> CONFINED = Map.of(
            "enabled",
            true,
            "allowPrivilegeEscalation",
            false,
            "readOnlyRootFilesystem",
            true,
            "runAsNonRoot",
            true,
            "runAsUser",
            1000,
            "capabilities",
            Map.of("drop", List.of("ALL")),
            "seccompProfile",
            Map.of("type", "RuntimeDefault"));

    PolicyController(Output<String> roleArn, ComponentResourceOptions options) {
        super("admission:PolicyController", "policy-controller", options);
        new Release(
                "policy-controller",
                ReleaseArgs.builder()
                        .name("policy-controller")
                        .namespace(ControllerNamespace.NAME)
                        .chart("policy-controller")
                        .version(CHART_VERSION)
                        .repositoryOpts(RepositoryOptsArgs.builder()
                                .repo("https://sigstore.github.io/helm-charts")
                                .build())
                        .atomic(true)
                        .cleanupOnFail(true)
                        .values(roleArn.applyValue(PolicyController::values))
                        .build(),
                inside());
        finished();
    }

    private static Map<String, Object> values(String roleArn) {
        return Map.of(
                "webhook",
                Map.of(
                        "replicaCount",
                        REPLICAS,
                        "failurePolicy",
                        "Fail",
                        // An image that no policy is about is refused too.
                        "configData",
                        Map.of("no-match-policy", "deny"),
                        "image",
                        Map.of("version", IMAGE),
                        "resources",
                        RESOURCES,
                        "podSecurityContext",
                        CONFINED,
                        "serviceAccount",
                        Map.of("name", SERVICE_ACCOUNT, "annotations", Map.of("eks.amazonaws.com/role-arn", roleArn))),
                "leasescleanup",
                Map.of("image", Map.of("version", CLEANUP_IMAGE), "resources", RESOURCES));
    }
}
