package dev.palisade.policy.rules.pulumi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.graph.Values;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Without a kubeconfig the provider takes the one of whoever runs the program, and whichever cluster it names. */
@PolicyInfo(
        title = "Kubernetes providers verify their cluster and hold no credentials",
        severity = Severity.HIGH,
        rows = {Row.X5, Row.C5, Row.C13},
        controls = {"NIST 800-53 SC-8", "NIST 800-53 IA-5(7)", "PCI DSS 4.2.1", "HIPAA 164.312(e)(1)", "SOC 2 CC6.7"},
        why =
                "Without the cluster's certificate anybody on the way is the cluster; a token in the kubeconfig is one in the state.",
        remedy =
                "Pass the cluster's kubeconfig with its certificate authority, and let it ask AWS for a token at each run.",
        snippet = "cluster.kubernetes()")
public final class KubernetesProviderTrustsItsCluster implements ResourcePolicy {
    private static final String PROVIDER = "pulumi:providers:kubernetes";
    private static final Property KUBECONFIG = Property.of(PROVIDER, "kubeconfig");
    /** URNs of EKS clusters, raw or as Pulumi's component. */
    private static final Pattern CLUSTERS =
            Pattern.compile(".*(::|\\$)(eks:index:Cluster|aws:eks/cluster:Cluster)::.+");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @Override
    public Set<String> types() {
        return Set.of(PROVIDER);
    }

    @Override
    public Verdict check(Resource provider) {
        return provider.get(KUBECONFIG)
                .text()
                .map(KubernetesProviderTrustsItsCluster::judge)
                .orElseGet(() -> judgeOrigin(provider));
    }

    /** Of a value that is not known yet, or encrypted in an export, it is known where it comes from. */
    private static Verdict judgeOrigin(Resource provider) {
        Truth isOfACluster = provider.propertyDependencies().getOrDefault("kubeconfig", Set.of()).stream()
                        .anyMatch(urn -> CLUSTERS.matcher(urn).matches())
                ? Truth.TRUE
                : Truth.UNKNOWN;
        return Verdict.require(
                provider.get(KUBECONFIG).isMissing() ? Truth.FALSE : isOfACluster,
                "takes the kubeconfig of whoever runs the program: kubeconfig");
    }

    private static Verdict judge(String text) {
        Value kubeconfig = read(text);
        if (kubeconfig.isUnknown()) {
            return Verdict.fail("cannot be read: kubeconfig is neither JSON nor YAML");
        }
        Verdict verdict = Verdict.require(
                Truth.of(!kubeconfig.field("clusters").items().isEmpty()), "names no cluster: kubeconfig");
        for (Value entry : kubeconfig.field("clusters").items()) {
            Value cluster = entry.field("cluster");
            verdict = verdict.and(Verdict.require(
                            cluster.field("certificate-authority-data").isPresent(),
                            "knows no certificate of its cluster: kubeconfig"))
                    .and(Verdict.require(
                            cluster.field("insecure-skip-tls-verify").isTrue().not(),
                            "does not verify its cluster: kubeconfig"))
                    .and(Verdict.require(
                            cluster.field("server").matches(server -> server.startsWith("https://")),
                            "talks plain HTTP: kubeconfig"));
        }
        for (Value entry : kubeconfig.field("users").items()) {
            for (String credential : List.of("token", "password", "client-key-data")) {
                verdict = verdict.and(Verdict.require(
                        entry.field("user").field(credential).isPresent().not(),
                        "holds a credential: " + credential + " in kubeconfig"));
            }
        }
        return verdict;
    }

    private static Value read(String text) {
        try {
            return Values.ofJson(YAML.readValue(text, Map.class));
        } catch (JsonProcessingException notYaml) {
            return Value.unknown();
        }
    }
}
