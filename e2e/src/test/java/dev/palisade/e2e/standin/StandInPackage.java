package dev.palisade.e2e.standin;

/** The packages that have a stand-in, with the versions that the program asks for. */
public enum StandInPackage {
    AWS("aws", "6.83.0"),
    EKS("eks", "3.9.1"),
    KUBERNETES("kubernetes", "4.0.0"),
    DOCKER("docker", "4.5.1");

    private final String packageName;
    private final String version;

    StandInPackage(String packageName, String version) {
        this.packageName = packageName;
        this.version = version;
    }

    /** The name in a resource type, and after {@code pulumi-resource-}. */
    public String packageName() {
        return packageName;
    }

    /** The version it says it has. */
    String version() {
        return version;
    }
}
