package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.rules.secrets.PlainSecrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "No secret stands in a ConfigMap",
        severity = Severity.HIGH,
        rows = Row.C5,
        controls = {"NIST 800-53 IA-5(7)", "PCI DSS 8.6.2", "SOC 2 CC6.1", "HIPAA 164.312(a)(2)(iv)"},
        why = "A ConfigMap is not encrypted and is read by everybody who may see the namespace.",
        remedy = "Keep the value in Secrets Manager, or in a Secret.",
        snippet = "SecretObjects.of(secret.arn(), \"url\")")
public final class ConfigMapHoldsNoSecret implements ResourcePolicy {
    private static final Property DATA = Property.of(ConfigMaps.TYPE, "data");
    private static final Property BINARY = Property.of(ConfigMaps.TYPE, "binaryData");

    /** A setting in a file: YAML, JSON, properties or a shell's. What a variable brings is none. */
    private static final Pattern LINE = Pattern.compile(
            "(?m)(?:^|[{,])[ \\t-]{0,99}(?:export )?[\"']?([\\w.-]{1,99})[\"']?[ \\t]{0,9}[:=][ \\t]{0,9}[\"']?([^\\s\"'$|>{\\[&*!#][^\\s\"',]{5,999})");

    @Override
    public Set<String> types() {
        return Set.of(ConfigMaps.TYPE);
    }

    @Override
    public Verdict check(Resource map) {
        Value data = map.get(DATA);
        Verdict verdict = Verdict.require(data.isUnknown() ? Truth.UNKNOWN : Truth.TRUE, "holds a secret in data");
        for (Map.Entry<String, Value> entry : data.fields().entrySet()) {
            Truth secret = PlainSecrets.isOne(plain(entry.getKey()), entry.getValue())
                    .or(entry.getValue().matches(ConfigMapHoldsNoSecret::hasOne));
            verdict = verdict.and(Verdict.require(secret.not(), "holds a secret in data." + entry.getKey()));
        }
        for (Map.Entry<String, Value> entry : map.get(BINARY).fields().entrySet()) {
            Truth secret = entry.getValue().matches(text -> hasOne(decode(text)));
            verdict = verdict.and(Verdict.require(secret.not(), "holds a secret in binaryData." + entry.getKey()));
        }
        return verdict;
    }

    private static boolean hasOne(String file) {
        return PlainSecrets.hasFormOfOne(file)
                || LINE.matcher(file)
                        .results()
                        .anyMatch(line -> PlainSecrets.isSettingOfOne(plain(line.group(1)))
                                && !line.group(2).matches("\\d+[a-zA-Z]*|true|false|[./][^ ]*|https?:.*"));
    }

    private static String plain(String key) {
        return key.replace('.', '_').replace('-', '_');
    }

    private static String decode(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException notBase64) {
            return text;
        }
    }
}
