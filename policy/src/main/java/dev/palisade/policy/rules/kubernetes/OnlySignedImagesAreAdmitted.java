package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Set;

/**
 * Where no workflow delivers, or the program builds the image itself, there is no signer to name: then it does not apply,
 * unless something checks signatures all the same.
 */
@PolicyInfo(
        title = "Pods are admitted only with images that the delivering workflow has signed",
        severity = Severity.HIGH,
        rows = {Row.X11, Row.C8},
        controls = {
            "CIS EKS 5.1.4",
            "NIST 800-53 CM-14",
            "NIST 800-53 SI-7(15)",
            "NIST 800-53 SR-4(3)",
            "PCI DSS 6.3.2",
            "SOC 2 CC6.8"
        },
        why = "Whoever can write to the registry or to the cluster starts an image that no pipeline has scanned.",
        remedy =
                "Install the policy-controller, write a ClusterImagePolicy for the image, and label the namespace with policy.sigstore.dev/include.",
        snippet = "labels.put(Admission.LABEL, \"true\")")
public final class OnlySignedImagesAreAdmitted implements RelationPolicy {
    private static final String ROLE = "aws:iam/role:Role";
    private static final String BUILT = "docker:index/image:Image";
    private static final String LABEL = "policy.sigstore.dev/include";
    private static final String EXCLUDED = "policy.sigstore.dev/exclude";
    private static final Property TRUST = Property.of(ROLE, "assumeRolePolicy");
    private static final Property IMAGE = Property.of(Workloads.POD, "spec.containers[].image");

    /** What of the whole stack is to be known, once. */
    private record Delivery(boolean signs, Truth controlled) {
        static Delivery of(Graph graph) {
            boolean trusted = graph.ofType(ROLE).stream()
                    .anyMatch(role -> role.get(TRUST)
                                    .matches(document -> document.contains("token.actions.githubusercontent.com"))
                            == Truth.TRUE);
            boolean labelled = graph.ofType(ClusterObjects.NAMESPACE).stream()
                    .anyMatch(
                            namespace -> Metadata.labels(namespace).field(LABEL).isPresent() == Truth.TRUE);
            Truth controlled = SignatureChecksFailClosed.isInstalled(graph);
            boolean checked = controlled != Truth.FALSE
                    || !graph.ofType(ImagePolicies.POLICY).isEmpty();
            return new Delivery((trusted && graph.ofType(BUILT).isEmpty()) || labelled || checked, controlled);
        }
    }

    @Override
    public Set<String> types() {
        return Workloads.TYPES;
    }

    @Override
    public Verdict check(Resource workload, Graph graph) {
        Delivery delivery = graph.view(Delivery.class, Delivery::of);
        if (!delivery.signs()) {
            return Verdict.NOT_APPLICABLE;
        }
        Verdict verdict = Verdict.require(
                        delivery.controlled(), "runs where nothing checks signatures: no release of policy-controller")
                .and(Verdict.require(
                        isIncluded(Metadata.namespace(workload), graph),
                        "runs in a namespace whose pods are not checked: no label " + LABEL));
        for (Container container : PodSpec.of(workload).containers()) {
            verdict = verdict.and(container.require(
                    ImagePolicies.guard(container.get(IMAGE), graph),
                    "runs an image that no ClusterImagePolicy enforces a signature of: image"));
        }
        return verdict;
    }

    private static Truth isIncluded(String name, Graph graph) {
        Truth included = Truth.FALSE;
        for (Resource namespace : graph.ofType(ClusterObjects.NAMESPACE)) {
            included = included.or(Metadata.name(namespace)
                    .is(name)
                    .and(() -> Metadata.labels(namespace).field(LABEL).is("true"))
                    .and(() -> Metadata.labels(namespace)
                            .field(EXCLUDED)
                            .isPresent()
                            .not()));
        }
        return included;
    }
}
