package dev.palisade.platform.settings;

import java.util.List;

/** The EKS control plane and who may call it. */
public record ClusterSettings(
        String version,
        List<String> apiCidrs,
        List<String> adminRoleArns,
        List<String> deployerRoleArns,
        List<String> readerRoleArns) {

    public ClusterSettings {
        apiCidrs = List.copyOf(apiCidrs);
        adminRoleArns = List.copyOf(adminRoleArns);
        deployerRoleArns = List.copyOf(deployerRoleArns);
        readerRoleArns = List.copyOf(readerRoleArns);
    }

    static ClusterSettings read(SettingsReader reader) {
        var version = reader.text(
                "kubernetesVersion",
                new Shape(
                        "a Kubernetes version that the platform knows: " + KubernetesVersion.known(),
                        number -> KubernetesVersion.find(number).isPresent()),
                "The control plane's version; nodes and add-ons follow it.");
        var cidrs = reader.texts(
                "apiCidrs",
                Shape.CIDR,
                0,
                "Blocks that may reach the public API endpoint; empty means that there is only the private one.");
        for (var cidr : cidrs) {
            if (cidr.matches(".*/[0-7]")) {
                reader.reject("apiCidrs", "blocks of /8 or smaller", cidr);
            }
        }
        return new ClusterSettings(
                version,
                cidrs,
                reader.texts("adminRoleArns", Shape.ROLE_ARN, 1, "IAM roles that administer the cluster."),
                reader.texts(
                        "deployerRoleArns", Shape.ROLE_ARN, 0, "IAM roles that deploy into the service's namespace."),
                reader.texts("readerRoleArns", Shape.ROLE_ARN, 0, "IAM roles that may look, secrets excepted."));
    }

    /** Whether the API has a public endpoint at all. */
    public boolean publicApi() {
        return !apiCidrs.isEmpty();
    }
}
