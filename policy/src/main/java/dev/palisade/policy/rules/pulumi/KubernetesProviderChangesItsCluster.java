package dev.palisade.policy.rules.pulumi;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "Kubernetes providers change the cluster that their kubeconfig names, and forget nothing",
        severity = Severity.HIGH,
        rows = {Row.C13, Row.C2},
        controls = {"NIST 800-53 CM-3", "NIST 800-53 CM-8", "PCI DSS 6.5.1", "SOC 2 CC8.1"},
        why =
                "An update that writes files, or changes another cluster, reports protections that this one does not have.",
        remedy = "Leave renderYamlToDirectory, context, cluster and deleteUnreachable out.",
        snippet = "ProviderArgs.builder().kubeconfig(cluster.kubeconfigJson())")
public final class KubernetesProviderChangesItsCluster implements ResourcePolicy {
    private static final String PROVIDER = "pulumi:providers:kubernetes";
    private static final Property RENDERED = Property.of(PROVIDER, "renderYamlToDirectory");
    private static final Property CONTEXT = Property.of(PROVIDER, "context");
    private static final Property CLUSTER = Property.of(PROVIDER, "cluster");
    private static final Property FORGETTING = Property.of(PROVIDER, "deleteUnreachable");

    @Override
    public Set<String> types() {
        return Set.of(PROVIDER);
    }

    @Override
    public Verdict check(Resource provider) {
        return Verdict.require(
                        provider.get(RENDERED).isPresent().not(),
                        "writes files and changes no cluster: renderYamlToDirectory")
                .and(Verdict.require(
                        provider.get(CONTEXT)
                                .isPresent()
                                .or(provider.get(CLUSTER).isPresent())
                                .not(),
                        "chooses another cluster than its kubeconfig: context, cluster"))
                .and(Verdict.require(
                        provider.get(FORGETTING).isTrue().not(), "forgets what it cannot reach: deleteUnreachable"));
    }
}
