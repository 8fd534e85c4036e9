package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "Variables of a container switch no protection off",
        severity = Severity.HIGH,
        rows = {Row.C13, Row.C10, Row.C12},
        controls = {"NIST 800-53 CM-6", "NIST 800-53 SC-8", "PCI DSS 2.2.6", "PCI DSS 4.2.1", "SOC 2 CC6.8"},
        why =
                "One variable makes a runtime accept any certificate, load foreign code, take another identity or send its requests through a proxy.",
        remedy = "Take the variable out; a protection has no switch.",
        snippet = "variables.remove(\"JAVA_TOOL_OPTIONS\")")
public final class VariablesWeakenNothing implements RelationPolicy {
    private static final Property ENV = Property.of(Workloads.POD, "spec.containers[].env");
    private static final Property ENV_FROM = Property.of(Workloads.POD, "spec.containers[].envFrom");
    private static final Property NAME = Property.of(Workloads.POD, "spec.containers[].env[].name");
    private static final Property VALUE = Property.of(Workloads.POD, "spec.containers[].env[].value");

    /** Protections that are off where the variable says no. */
    private static final Pattern PROTECTION = Pattern.compile(
            "(?i)(.*_)?((auth\\w*|rate_limit|tls|ssl|csrf)_(enabled|required|verify)|(tls|ssl)_?verify\\w*|verify_(tls|ssl|peer|host)\\w*|node_tls_reject_unauthorized)");

    /** What weakens where the variable says anything but no. */
    private static final Pattern WEAKNESS = Pattern.compile(
            "(?i)(.*_)?(insecure(_\\w+)?|allow_all|trust_all|skip_\\w*verify|(disable|no)_(auth|tls|ssl)\\w*|auth_disabled|dev_mode|dev_logging)");

    private static final Pattern DETOUR = Pattern.compile(
            "(?i)https?_proxy|all_proxy|ld_preload|ld_library_path|ld_audit|bash_env|classpath|aws_endpoint_url\\w*");

    /** EKS sets these by the pod's service account; by hand they name another role, or who gives its credentials. */
    private static final Pattern IDENTITY = Pattern.compile(
            "(?i)aws_(role_arn|role_session_name|web_identity_token_file|container_(credentials|authorization)_\\w+"
                    + "|shared_credentials_file|config_file|profile|ec2_metadata_service_endpoint\\w*|ca_bundle)");

    private static final Pattern JVM = Pattern.compile("_?JAVA_(TOOL_)?OPTIONS|JDK_JAVA_OPTIONS|JAVA_OPTS");

    /** Foreign code in the JVM, its memory on a disk, and TLS that is old, unchecked or checked against another's roots. */
    private static final Pattern JVM_WEAKNESS = Pattern.compile("-(javaagent|agentpath|agentlib|Xbootclasspath|Xrun)"
            + "|HeapDump|-XX:On(OutOfMemory)?Error|trustStore|[cC]heckRevocation=false|disabledAlgorithms"
            + "|disableHostnameVerification|allowUnsafe|(SSLv[23]|TLSv1([.]1)?)(?![.]?\\d)");

    @Override
    public Set<String> types() {
        return Workloads.TYPES;
    }

    @Override
    public Verdict check(Resource workload, Graph graph) {
        return PodSpec.of(workload).containers().stream()
                .map(container -> check(container, ConfigMaps.of(graph)))
                .reduce(Verdict.PASS, Verdict::and);
    }

    private static Verdict check(Container container, ConfigMaps maps) {
        Verdict verdict = Verdict.PASS;
        for (Value variable : container.get(ENV).items()) {
            String name = variable.get(NAME).text().orElse("");
            verdict = verdict.and(container.require(
                    variable.isUnknown() ? Truth.UNKNOWN : isFine(name, variable.get(VALUE)),
                    "is weakened by its variable " + name));
        }
        for (Value source : container.get(ENV_FROM).items()) {
            Map<String, Value> given =
                    maps.variables(container.pod().namespace(), source).orElse(Map.of());
            for (Map.Entry<String, Value> variable : given.entrySet()) {
                verdict = verdict.and(container.require(
                        isFine(variable.getKey(), variable.getValue()),
                        "is weakened by its variable " + variable.getKey() + ", which a ConfigMap gives it"));
            }
        }
        return verdict;
    }

    private static Truth isFine(String name, Value value) {
        if (DETOUR.matcher(name).matches() || IDENTITY.matcher(name).matches()) {
            return Truth.FALSE;
        }
        Truth no = value.matches(text -> text.matches("(?i)false|no|off|0|none|disabled"));
        if (PROTECTION.matcher(name).matches()) {
            return no.not();
        }
        if (JVM.matcher(name).matches()) {
            return value.matches(text -> JVM_WEAKNESS.matcher(text).find()).not();
        }
        return WEAKNESS.matcher(name).matches() ? no.or(value.matches(String::isEmpty)) : Truth.TRUE;
    }
}
