package dev.palisade.policy.testkit.mutation;

import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a careless or hostile hand would write in place of a known value. */
final class WeakValues {
    private static final Pattern CIDR = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

    /** The field's own words, and the weaker ones beside them. */
    private static final Map<String, String> WEAKER = Map.ofEntries(
            Map.entry("API", "CONFIG_MAP"),
            Map.entry("required", "optional"),
            Map.entry("IMMUTABLE", "MUTABLE"),
            Map.entry("HTTPS", "HTTP"),
            Map.entry("HTTP_301", "HTTP_302"),
            Map.entry("redirect", "forward"),
            Map.entry("aws:kms", "AES256"),
            Map.entry("KMS", "AES256"),
            Map.entry("Enabled", "Suspended"),
            Map.entry("enabled", "disabled"),
            Map.entry("ENABLED", "DISABLED"),
            Map.entry("ENABLE", "DISABLE"),
            Map.entry("strictest", "monitor"),
            Map.entry("restricted", "privileged"),
            Map.entry("RuntimeDefault", "Unconfined"),
            Map.entry("ClusterIP", "LoadBalancer"),
            Map.entry("deny", "allow"),
            Map.entry("tcp", "-1"),
            Map.entry("ALL", "REJECT"),
            Map.entry("DNS", "EMAIL"),
            Map.entry("sts.amazonaws.com", "*"),
            Map.entry("WaitForFirstConsumer", "Immediate"),
            Map.entry("TagMutable", "IMMUTABLE"),
            Map.entry("BucketOwnerEnforced", "ObjectWriter"),
            Map.entry("GOVERNANCE", "NONE"),
            Map.entry("COMPLIANCE", "GOVERNANCE"));

    private WeakValues() {}

    /** The weaker values for one known value. */
    static List<Value> of(Value value) {
        List<Value> weak = new ArrayList<>();
        if (value instanceof Value.Bool bool) {
            weak.add(new Value.Bool(!bool.value()));
        } else if (value instanceof Value.Num number) {
            weak.add(new Value.Num(0));
            weak.add(new Value.Num(number.value() * 1000 + 1));
        } else if (value instanceof Value.Text text) {
            texts(text.value(), weak);
        }
        weak.remove(value);
        return weak;
    }

    private static void texts(String text, List<Value> weak) {
        String weaker = WEAKER.get(text);
        if (weaker != null) {
            weak.add(Value.of(weaker));
        }
        if (CIDR.matcher(text).matches()) {
            weak.add(Value.of("0.0.0.0/0"));
        } else if (DIGITS.matcher(text).matches()) {
            weak.add(Value.of("0"));
        } else if ("true".equals(text) || "false".equals(text)) {
            weak.add(Value.of("true".equals(text) ? "false" : "true"));
        } else if (text.startsWith("ELBSecurityPolicy-")) {
            weak.add(Value.of("ELBSecurityPolicy-2016-08"));
        } else if (text.contains("@sha256:")) {
            weak.add(Value.of(text.substring(0, text.indexOf('@')) + ":latest"));
        }
    }
}
