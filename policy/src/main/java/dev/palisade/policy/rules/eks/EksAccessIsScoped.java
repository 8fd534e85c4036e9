package dev.palisade.policy.rules.eks;

import dev.palisade.policy.flow.HelmRelease;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;
import java.util.regex.Pattern;

/** Administrators are counted by another policy. */
@PolicyInfo(
        title = "Who may change workloads may do so in named namespaces only",
        severity = Severity.HIGH,
        rows = {Row.C13, Row.X1},
        controls = {
            "CIS EKS 4.1.1",
            "CIS EKS 5.5.1",
            "NIST 800-53 AC-6",
            "PCI DSS 7.2.2",
            "HIPAA 164.312(a)(1)",
            "SOC 2 CC6.3"
        },
        why = "The right to edit everywhere includes kube-system, and with it every node and secret.",
        remedy = "Scope the association to the namespaces of the service; only looking may be for the whole cluster.",
        snippet = "AccessPolicyAssociationAccessScopeArgs.builder().type(\"namespace\").namespaces(Workload.NAMESPACE)")
public final class EksAccessIsScoped implements RelationPolicy {

    private static final Set<String> EVERYWHERE = Set.of("AmazonEKSViewPolicy", AccessPolicies.ADMINISTRATOR);
    private static final Set<String> SCOPED =
            Set.of("AmazonEKSEditPolicy", "AmazonEKSAdminViewPolicy", "AmazonEKSSecretReaderPolicy");

    /** How Kubernetes lets a namespace be called. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

    @Override
    public Set<String> types() {
        return Set.of(AccessPolicies.ASSOCIATION);
    }

    @Override
    public Verdict check(Resource association, Graph graph) {
        if (association.get(AccessPolicies.POLICY).isUnknown()) {
            return Verdict.unknown("not known yet: which access policy it gives");
        }
        String policy = AccessPolicies.name(association);
        if (EVERYWHERE.contains(policy)) {
            return Verdict.require(
                    association.get(AccessPolicies.SCOPE).is("namespace").not().or(() -> association
                            .get(AccessPolicies.NAMESPACES)
                            .hasItems()),
                    "gives " + policy + " in namespaces, and names none");
        }
        if ("AmazonEKSAdminPolicy".equals(policy)) {
            return Verdict.fail("gives AmazonEKSAdminPolicy, whose bearer binds roles to whom they like");
        }
        if (!SCOPED.contains(policy)) {
            return Verdict.fail("gives " + policy + ", which is not one of EKS's policies for people and pipelines");
        }
        Value namespaces = association.get(AccessPolicies.NAMESPACES);
        return Verdict.require(
                        association.get(AccessPolicies.SCOPE).is("namespace"),
                        "gives " + policy + " in the whole cluster")
                .and(Verdict.require(
                        namespaces
                                .isPresent()
                                .and(namespaces.any(Value::isPresent))
                                .and(namespaces.all(namespace -> namespace.matches(EksAccessIsScoped::isOwn))),
                        "gives " + policy + " in no named namespace, or in one of Kubernetes' own"))
                .and(Verdict.require(
                        namespaces.any(namespace -> guards(namespace, graph)).not(),
                        "gives " + policy + " where a controller runs that guards the cluster"));
    }

    /** Whether a chart runs in it that other namespaces depend on: who changes that changes them. */
    private static Truth guards(Value namespace, Graph graph) {
        Truth guards = Truth.FALSE;
        for (Resource release : graph.ofType(HelmRelease.TYPE)) {
            guards = guards.or(release.get(HelmRelease.CHART)
                    .matches(chart -> chart.endsWith("-controller"))
                    .and(() -> release.get(HelmRelease.NAMESPACE).matches(name -> namespace.is(name) == Truth.TRUE)));
        }
        return guards;
    }

    private static boolean isOwn(String namespace) {
        return NAME.matcher(namespace).matches() && !namespace.startsWith("kube-") && !"default".equals(namespace);
    }
}
