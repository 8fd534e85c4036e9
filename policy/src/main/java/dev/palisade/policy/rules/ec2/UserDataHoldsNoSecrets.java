package dev.palisade.policy.rules.ec2;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.rules.secrets.PlainSecrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "User data holds no secrets",
        severity = Severity.CRITICAL,
        rows = {Row.C5, Row.X6},
        controls = {"NIST 800-53 IA-5(7)", "PCI DSS 8.6.2", "HIPAA 164.312(a)(1)", "SOC 2 CC6.1"},
        why = "Everyone who may describe a launch template, and every process on the node, reads its user data.",
        remedy = "Let the node fetch secrets from Secrets Manager with its role.",
        snippet = "LaunchTemplateArgs.builder().userData(settingsWithoutSecrets)")
public final class UserDataHoldsNoSecrets implements ResourcePolicy {
    private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
    private static final String INSTANCE = "aws:ec2/instance:Instance";
    private static final Property TEMPLATE_DATA = Property.of(TEMPLATE, "userData");
    private static final Property INSTANCE_DATA = Property.of(INSTANCE, "userData");
    private static final Property INSTANCE_BASE64 = Property.of(INSTANCE, "userDataBase64");
    private static final Pattern SETTING = Pattern.compile(
            "(?i:password|passwd|secret[_-]?(?:access)?[_-]?key|api[_-]?key|token)[\"']?\\s*[=:]\\s*[\"']?[^\\s\"'$]{6,}");

    @Override
    public Set<String> types() {
        return Set.of(TEMPLATE, INSTANCE);
    }

    @Override
    public Verdict check(Resource resource) {
        Value data = resource.is(TEMPLATE)
                ? resource.get(TEMPLATE_DATA)
                : resource.get(INSTANCE_DATA).isMissing() ? resource.get(INSTANCE_BASE64) : resource.get(INSTANCE_DATA);
        return Verdict.require(data.matches(UserDataHoldsNoSecrets::isTelling).not(), "has a secret in its user data");
    }

    private static boolean isTelling(String data) {
        return isTold(data) || isTold(decoded(data));
    }

    private static boolean isTold(String text) {
        return SETTING.matcher(text).find() || PlainSecrets.hasFormOfOne(text);
    }

    /** User data is in base64 in a template, and may be in an instance. */
    private static String decoded(String data) {
        try {
            return new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return data;
        }
    }
}
