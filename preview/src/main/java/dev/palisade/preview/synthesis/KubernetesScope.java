package dev.palisade.preview.synthesis;

import java.util.Set;

/** Which kinds of Kubernetes objects belong to no namespace (kubectl api-resources --namespaced=false). */
final class KubernetesScope {
    private static final Set<String> CLUSTER_WIDE = Set.of(
            "APIService",
            "CSIDriver",
            // Sigstore's, the one kind that is not of Kubernetes itself.
            "ClusterImagePolicy",
            "ClusterRole",
            "ClusterRoleBinding",
            "CustomResourceDefinition",
            "IngressClass",
            "MutatingWebhookConfiguration",
            "Namespace",
            "Node",
            "PersistentVolume",
            "PriorityClass",
            "RuntimeClass",
            "StorageClass",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding",
            "ValidatingWebhookConfiguration");

    private KubernetesScope() {}

    static boolean isNamespaced(String type) {
        return !CLUSTER_WIDE.contains(type.substring(type.lastIndexOf(':') + 1));
    }
}
