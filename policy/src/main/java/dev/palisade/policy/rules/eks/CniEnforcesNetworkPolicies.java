package dev.palisade.policy.rules.eks;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.JsonText;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;
import java.util.regex.Pattern;

/** The add-on's schema takes texts only: a boolean is refused when the add-on is installed. */
@PolicyInfo(
        title = "The VPC CNI enforces NetworkPolicies",
        severity = Severity.HIGH,
        rows = {Row.C9, Row.A3},
        controls = {
            "CIS EKS 4.3.1",
            "NIST 800-53 SC-7",
            "NIST 800-53 AC-4",
            "PCI DSS 1.3.2",
            "HIPAA 164.312(e)(1)",
            "SOC 2 CC6.6"
        },
        why = "Without an enforcer NetworkPolicies are documents: every pod reaches every pod, and nothing says so.",
        remedy = "Install vpc-cni as an add-on with enableNetworkPolicy set to the text true.",
        snippet = "AddonArgs.builder().configurationValues(\"{\"enableNetworkPolicy\":\"true\"}\")")
public final class CniEnforcesNetworkPolicies implements RelationPolicy {

    private static final Property VERSION = Property.of(Addons.ADDON, "addonVersion");

    /** Before 1.14 the add-on has no agent that enforces, and passes over the setting. */
    private static final Pattern BEFORE_THE_AGENT = Pattern.compile("v1[.](\\d|1[0-3])[.].*");

    @Override
    public Set<String> types() {
        return Set.of(Clusters.CLUSTER, Addons.ADDON);
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        return resource.is(Addons.ADDON)
                ? addon(resource)
                : Verdict.require(
                        graph.referrers(resource, Addons.CLUSTER)
                                .any(addon -> addon.get(Addons.NAME).is("vpc-cni")),
                        "has no vpc-cni add-on to enforce NetworkPolicies");
    }

    private static Verdict addon(Resource addon) {
        if (addon.get(Addons.NAME).is("vpc-cni") == Truth.FALSE) {
            return Verdict.NOT_APPLICABLE;
        }
        Value configuration = addon.get(Addons.CONFIGURATION);
        return Verdict.require(
                        configuration
                                .text()
                                .map(CniEnforcesNetworkPolicies::enforces)
                                .orElse(configuration.isMissing() ? Truth.FALSE : Truth.UNKNOWN),
                        "does not enforce NetworkPolicies: its configuration lacks enableNetworkPolicy as the text true, or switches the agent off")
                .and(Verdict.require(
                        addon.get(VERSION)
                                .matches(version ->
                                        BEFORE_THE_AGENT.matcher(version).matches())
                                .not(),
                        "is too old to enforce NetworkPolicies: addonVersion is before v1.14"));
    }

    private static Truth enforces(String configuration) {
        return JsonText.read(configuration)
                .filter(settings -> settings.open() instanceof Value.Fields)
                .map(CniEnforcesNetworkPolicies::enforces)
                .orElse(Truth.FALSE);
    }

    private static Truth enforces(Value settings) {
        Value value = settings.field("enableNetworkPolicy");
        Value mode = settings.field("env").field("NETWORK_POLICY_ENFORCING_MODE");
        Truth agent = settings.field("nodeAgent").field("enabled").is("false").not();
        return (value.open() instanceof Value.Text
                        ? value.is("true")
                        : Truth.of(value.isUnknown()).and(Truth.UNKNOWN))
                .and(agent)
                .and(mode.isPresent().not().or(() -> mode.isOneOf("standard", "strict")));
    }
}
