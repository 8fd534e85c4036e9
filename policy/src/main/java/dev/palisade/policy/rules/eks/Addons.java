package dev.palisade.policy.rules.eks;

import dev.palisade.policy.graph.Property;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** EKS add-ons, and the service accounts of those that call AWS. */
final class Addons {
    static final String ADDON = "aws:eks/addon:Addon";
    static final Property NAME = Property.of(ADDON, "addonName");
    static final Property CLUSTER = Property.of(ADDON, "clusterName");
    static final Property VERSION = Property.of(ADDON, "addonVersion");
    static final Property ROLE = Property.of(ADDON, "serviceAccountRoleArn");
    static final Property IDENTITIES = Property.of(ADDON, "podIdentityAssociations[].roleArn");
    static final Property CONFIGURATION = Property.of(ADDON, "configurationValues");

    /** Namespace and name as they stand in a token's subject. */
    private static final Map<String, String> SERVICE_ACCOUNTS = Map.of(
            "vpc-cni", "kube-system:aws-node",
            "aws-ebs-csi-driver", "kube-system:ebs-csi-controller-sa",
            "aws-efs-csi-driver", "kube-system:efs-csi-controller-sa",
            "aws-mountpoint-s3-csi-driver", "kube-system:s3-csi-driver-sa",
            "amazon-cloudwatch-observability", "amazon-cloudwatch:cloudwatch-agent",
            "external-dns", "external-dns:external-dns");

    /** They work inside of the cluster, or with the rights of the pods that they serve. */
    private static final Set<String> INSIDE = Set.of(
            "kube-proxy",
            "coredns",
            "metrics-server",
            "eks-pod-identity-agent",
            "aws-secrets-store-csi-driver-provider");

    private Addons() {}

    static boolean callsNothing(String addon) {
        return INSIDE.contains(addon);
    }

    /** The service account of an add-on that needs rights in AWS. */
    static Optional<String> serviceAccount(String addon) {
        return Optional.ofNullable(SERVICE_ACCOUNTS.get(addon));
    }
}
