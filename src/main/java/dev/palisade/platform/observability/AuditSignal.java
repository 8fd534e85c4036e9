package dev.palisade.platform.observability;

import dev.palisade.platform.settings.StackSettings;
import java.util.Locale;

/** What the Kubernetes audit log tells of an attack, counted by a metric filter. */
enum AuditSignal {
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

    static String namespace(StackSettings settings) {
        return "Palisade/" + settings.name();
    }

    /** The name of the metric, its filter and its alarm. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String meaning() {
        return meaning;
    }

    /** Which events count, in the filter language of CloudWatch Logs. */
    String pattern() {
        return pattern;
    }

    /** How many in five minutes are still no alarm. */
    int threshold() {
        return threshold;
    }
}
