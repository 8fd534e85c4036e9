package dev.palisade.policy.rules.eks;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.JsonText;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "Add-ons' settings take nothing from elsewhere and switch no protection off",
        severity = Severity.HIGH,
        rows = {Row.C2, Row.X3, Row.C9},
        controls = {"CIS EKS 5.1.1", "NIST 800-53 CM-6", "NIST 800-53 SI-7", "PCI DSS 2.2.6", "SOC 2 CC6.8"},
        why =
                "What an add-on does is in a text that no schema holds; an image, a resolver or an open port of its own goes unseen.",
        remedy = "Take the setting out; what the add-on needs is its default.",
        snippet = "AddonArgs.builder().configurationValues(\"{\\\"enableNetworkPolicy\\\":\\\"true\\\"}\")")
public final class AddonSettingsWeakenNothing implements ResourcePolicy {
    /** Settings that must not have that value, whatever they stand in. */
    private static final Map<String, String> WEAK = Map.of(
            "privileged", "true",
            "hostNetwork", "true",
            "hostPID", "true",
            "allowPrivilegeEscalation", "true",
            "runAsNonRoot", "false",
            "enableSecretRotation", "false",
            "sdkDebugLog", "true",
            "replicaCount", "1",
            "AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG", "true",
            "AWS_VPC_K8S_CNI_EXTERNALSNAT", "false");

    /** Where the add-on's own image, volumes or logs are replaced; the whole path, for each is its own add-on's. */
    private static final Pattern FOREIGN = Pattern.compile(
            "(.*[.])?image[.](override|repository|registry|account)|eniConfig[.]create|defaultStorageClass[.]enabled"
                    + "|.*AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS|.*INTROSPECTION_BIND_ADDRESS");

    private static final Pattern EVERYWHERE = Pattern.compile("(0[.]){3}0");
    private static final Pattern RESOLVER =
            Pattern.compile("forward\\s+\\S+\\s+(?!/etc/resolv[.]conf)|\\brewrite\\b|\\bhosts\\b");

    @Override
    public Set<String> types() {
        return Set.of(Addons.ADDON);
    }

    @Override
    public Verdict check(Resource addon) {
        Value configuration = addon.get(Addons.CONFIGURATION);
        if (configuration.isMissing() || configuration.is("") == Truth.TRUE) {
            return Verdict.PASS;
        }
        if (configuration.text().isEmpty()) {
            return Verdict.unknown("not known yet: its settings");
        }
        return JsonText.read(configuration.text().get())
                .map(settings -> judge("", settings))
                .orElse(Verdict.fail("has settings that are no JSON: configurationValues"));
    }

    private static Verdict judge(String path, Value value) {
        Verdict verdict = Verdict.PASS;
        for (Value item : value.open() instanceof Value.Items ? value.items() : List.<Value>of()) {
            verdict = verdict.and(judge(path, item));
        }
        for (Map.Entry<String, Value> field : value.fields().entrySet()) {
            verdict =
                    verdict.and(judge(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue()));
        }
        return value.text()
                .map(text -> Verdict.require(Truth.of(!isWeak(path, text)), "is told " + path))
                .orElse(verdict);
    }

    private static boolean isWeak(String path, String text) {
        String key = path.substring(path.lastIndexOf('.') + 1);
        return text.equalsIgnoreCase(WEAK.get(key))
                || (FOREIGN.matcher(path).matches() && !"false".equals(text))
                || ("enablePolicyEventLogs".equals(key) && "false".equalsIgnoreCase(text))
                || text.contains("insecure")
                || (path.endsWith("hostNetwork.enabled") && "true".equals(text))
                || EVERYWHERE.matcher(text).lookingAt()
                || ("corefile".equals(key) && RESOLVER.matcher(text).find())
                || ("enabled".equals(key) && path.startsWith("containerLogs.") && "false".equals(text));
    }
}
