package dev.palisade.platform.admission;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.palisade.platform.cluster.Identity;
import dev.palisade.platform.cluster.ServiceAccountRole;
import dev.palisade.platform.iam.Statement;
import dev.palisade.platform.kubernetes.CustomObject;
import dev.palisade.platform.network.CidrPlan;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import dev.palisade.platform.workload.Registry;
import java.util.List;
import java.util.Map;

/**
 * Lets only those images of the service into the cluster that the repository's own workflow has signed. What runs pods
 * in a namespace with {@link #LABEL} depends on this component: without the controller they are refused.
 */
public final class Admission extends Room {

    /** The label of namespaces, with the value {@code true}, whose pods are checked. */
    public static final String LABEL = "policy.sigstore.dev/include";

    private static final String GITHUB = "https://token.actions.githubusercontent.com";

    /** The workflow that signs; a signature by another one, or from another branch, is none. */
    private static final String SIGNER = "https://github.com/%s/.github/workflows/deploy-stack.yml@refs/heads/main";

    /**
     * Installs the controller and its one policy.
     *
     * @param repository {@code owner/name} on GitHub
     * @param image the service's image by its digest
     * @param nodes what must run before the controller's pods can
     */
    public Admission(
            StackSettings settings,
            CidrPlan plan,
            String repository,
            Identity identity,
            Registry registry,
            Output<String> image,
            Resource nodes,
            ComponentResourceOptions options) {
        super("admission:Admission", "admission", options);
        var namespace = new ControllerNamespace(settings, plan, nested(nodes));
        var role = ServiceAccountRole.of(
                "policy-controller",
                identity,
                ControllerNamespace.NAME,
                PolicyController.SERVICE_ACCOUNT,
                reading(settings, registry),
                nested());
        var controller = new PolicyController(role.arn(), nested(namespace, nodes));
        new CustomObject(
                "service",
                "policy.sigstore.dev/v1beta1",
                "ClusterImagePolicy",
                ObjectMetaArgs.builder().name("service").build(),
                image.applyValue(reference -> policy(reference, repository)),
                inside(controller));
        finished();
    }

    /** Signatures are kept beside the image. */
    private static List<Statement> reading(StackSettings settings, Registry registry) {
        return List.of(
                Statement.allow("LogIn")
                        .actions("ecr:GetAuthorizationToken")
                        // The token is the registry's, which has no ARN.
                        .on("*")
                        .when(
                                "StringEquals",
                                "aws:RequestedRegion",
                                settings.account().region()),
                Statement.allow("ReadSignatures")
                        .actions("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer")
                        .on(List.of(registry.arn())));
    }

    private static Map<String, Object> policy(String image, String repository) {
        var signer = Map.of("issuer", GITHUB, "subject", SIGNER.formatted(repository));
        return Map.of(
                "mode",
                "enforce",
                "images",
                List.of(Map.of("glob", image.replaceFirst("@.*$", "") + "@sha256:*")),
                "authorities",
                List.of(Map.of(
                        "name",
                        "workflow",
                        "keyless",
                        Map.of("url", "https://fulcio.sigstore.dev", "identities", List.of(signer)),
                        // Named, because without an address nothing is looked up in the log.
                        "ctlog",
                        Map.of("url", "https://rekor.sigstore.dev"))));
    }
}
