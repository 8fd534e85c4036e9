package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.flow.HelmRelease;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Its values, as the chart's documentation has them; several of its defaults are not what a hardened cluster wants. */
@PolicyInfo(
        title = "The load balancer controller knows its cluster, has a role and leaves the firewall alone",
        severity = Severity.HIGH,
        rows = {Row.C11, Row.X1},
        controls = {"NIST 800-53 CM-6", "NIST 800-53 AC-6", "PCI DSS 2.2.6", "SOC 2 CC6.8"},
        why = "By default the controller may take the web ACL off a load balancer, and guesses where it runs.",
        remedy = "Set the values of the chart that say so.",
        snippet = "ReleaseArgs.builder().values(Map.of(\"enableWafv2\", false, \"clusterName\", cluster.name()))")
public final class LoadBalancerControllerIsConfined implements ResourcePolicy {
    /** What says where it runs, as AWS writes it. */
    private static final Map<String, String> FORMS =
            Map.of("clusterName", ".+", "region", "[a-z]{2}(-[a-z]+){1,3}-\\d", "vpcId", "vpc-[0-9a-f]+");

    @Override
    public Set<String> types() {
        return Set.of(HelmRelease.TYPE);
    }

    @Override
    public Verdict check(Resource release) {
        if (release.get(HelmRelease.CHART).is("aws-load-balancer-controller") != Truth.TRUE) {
            return Verdict.NOT_APPLICABLE;
        }
        Value values = release.get(HelmRelease.VALUES);
        Verdict verdict = Verdict.PASS;
        for (String name : List.of("enableShield", "enableWaf", "enableWafv2", "enableServiceMutatorWebhook")) {
            verdict = verdict.and(Verdict.require(
                    values.field(name).is("false"),
                    "leaves the firewall or Services to the controller: values." + name + " is not false"));
        }
        for (Map.Entry<String, String> form : FORMS.entrySet()) {
            String name = form.getKey();
            verdict = verdict.and(Verdict.require(
                    values.field(name).matches(text -> text.matches(form.getValue())),
                    "lets the controller guess where it runs: no values." + name));
        }
        Value account = values.field("serviceAccount");
        verdict = verdict.and(Verdict.require(
                account.field("name")
                        .matches(name -> name.matches("[a-z0-9][a-z0-9.-]*"))
                        .and(() -> account.field("annotations").isPresent()),
                "leaves the controller to the nodes' rights: values.serviceAccount has no name or no annotations"));
        verdict = verdict.and(Verdict.require(
                        values.field("watchNamespace").isPresent().not(),
                        "leaves bindings of other namespaces alone: values.watchNamespace"))
                .and(Verdict.require(
                        Paths.isOff(values.field("disableRestrictedSecurityGroupRules")),
                        "opens every port where it opens one: values.disableRestrictedSecurityGroupRules"));
        Value replicas = values.field("replicaCount");
        verdict = verdict.and(Verdict.require(
                replicas.atLeast(2).and(replicas.atMost(10)),
                "runs a single controller, or too many: values.replicaCount is not 2 to 10"));
        return verdict;
    }
}
