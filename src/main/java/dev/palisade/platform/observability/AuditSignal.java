package dev.palisade.platform.observability;

/** What the Kubernetes audit log tells of an attack, counted by a metric filter. */
enum AuditSignal implements Signal {
    FAILED_AUTHENTICATION("Callers fail to authenticate to the Kubernetes API.", "{ $.responseStatus.code = 401 }", 10),
    FAILED_AUTHORIZATION(
            "Callers are denied what they ask of the Kubernetes API.",
            "{ ($.responseStatus.code = 403) && ($.user.username != \"system:*\") }",
            10),
    SECRET_ACCESS(
            "People read Kubernetes secrets.",
            "{ ($.objectRef.resource = \"secrets\") && ($.verb = \"get\" || $.verb = \"list\")"
                    + " && ($.user.username != \"system:*\") && ($.user.username != \"eks:*\") }",
            20),
    POD_EXEC(
            "Somebody opened a shell in a pod.",
            "{ ($.objectRef.resource = \"pods\") && ($.objectRef.subresource = \"exec\") }",
            0);

    private final String meaning;
    private final String pattern;
    private final int threshold;

    AuditSignal(String meaning, String pattern, int threshold) {
        this.meaning = meaning;
        this.pattern = pattern;
        this.threshold = threshold;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public String pattern() {
        return pattern;
    }

    @Override
    public int threshold() {
        return threshold;
    }
}
