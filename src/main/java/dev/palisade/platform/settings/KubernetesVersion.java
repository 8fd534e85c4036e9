package dev.palisade.platform.settings;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Kubernetes versions that the platform knows: how long EKS supports them, and the add-ons that fit. */
public enum KubernetesVersion {
    V1_35("1.35", LocalDate.of(2027, 3, 27), "v1.35.0-eksbuild.2", "v1.13.1-eksbuild.1"),
    V1_36("1.36", LocalDate.of(2027, 8, 2), "v1.36.0-eksbuild.1", "v1.13.2-eksbuild.1");

    /** Add-ons whose releases serve all supported Kubernetes versions. */
    private static final Map<String, String> COMMON = Map.of(
            "vpc-cni", "v1.20.4-eksbuild.1",
            "aws-ebs-csi-driver", "v1.53.0-eksbuild.1",
            "metrics-server", "v0.8.0-eksbuild.5",
            "eks-pod-identity-agent", "v1.3.10-eksbuild.1",
            "aws-secrets-store-csi-driver-provider", "v2.1.1-eksbuild.1",
            "amazon-cloudwatch-observability", "v4.7.0-eksbuild.1");

    private final String number;
    private final LocalDate supportedUntil;
    private final String kubeProxy;
    private final String coreDns;

    KubernetesVersion(String number, LocalDate supportedUntil, String kubeProxy, String coreDns) {
        this.number = number;
        this.supportedUntil = supportedUntil;
        this.kubeProxy = kubeProxy;
        this.coreDns = coreDns;
    }

    /** The version of that number, if the platform knows it. */
    public static Optional<KubernetesVersion> find(String number) {
        return Stream.of(values())
                .filter(version -> version.number.equals(number))
                .findFirst();
    }

    /**
     * The version of that number.
     *
     * @throws IllegalArgumentException if the platform does not know it
     */
    public static KubernetesVersion of(String number) {
        return find(number).orElseThrow(() -> new IllegalArgumentException("no add-ons known for " + number));
    }

    /** All numbers, e.g. for the sentence that tells what was expected. */
    static String known() {
        return Stream.of(values()).map(version -> version.number).collect(Collectors.joining(", "));
    }

    /** Whether standard support is over or ends within a quarter of a year of the given day. */
    public boolean endsSoon(LocalDate today) {
        return today.plusMonths(3).isAfter(supportedUntil);
    }

    /** The last day of EKS's standard support; later the cluster costs six times as much. */
    public LocalDate supportedUntil() {
        return supportedUntil;
    }

    /**
     * The pinned version of an add-on.
     *
     * @throws IllegalArgumentException if the add-on is not the platform's
     */
    public String addon(String name) {
        return switch (name) {
            case "kube-proxy" -> kubeProxy;
            case "coredns" -> coreDns;
            default ->
                Optional.ofNullable(COMMON.get(name))
                        .orElseThrow(() -> new IllegalArgumentException("no version pinned for " + name));
        };
    }
}
