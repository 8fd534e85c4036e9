package dev.palisade.policy.rules.eks;

import dev.palisade.policy.framework.Arguments;
import dev.palisade.policy.framework.Parameter;
import dev.palisade.policy.framework.Parameterised;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

@PolicyInfo(
        title = "One role administers the cluster",
        severity = Severity.HIGH,
        rows = {Row.C13, Row.X1},
        controls = {"CIS EKS 4.1.1", "NIST 800-53 AC-6(5)", "NIST 800-53 AC-5", "PCI DSS 7.2.2", "SOC 2 CC6.3"},
        why =
                "Each administrator can read every secret and become every pod; a second one slips in with a wrong policy.",
        remedy = "Give the others AmazonEKSEditPolicy in their namespaces, or AmazonEKSViewPolicy.",
        snippet = "settings.cluster().adminRoleArns()")
public final class EksHasFewAdministrators implements StackPolicy, Parameterised {

    private static final Parameter MOST = Parameter.number("most", 1, "How many principals may administer a cluster.");

    private final int most;

    public EksHasFewAdministrators() {
        this(Arguments.fallbacks(List.of(MOST)));
    }

    private EksHasFewAdministrators(Arguments arguments) {
        most = (int) arguments.number(MOST);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(MOST);
    }

    @Override
    public Policy with(Arguments arguments) {
        return new EksHasFewAdministrators(arguments);
    }

    @Override
    public Verdict check(Graph graph) {
        List<Resource> associations = graph.ofType(AccessPolicies.ASSOCIATION);
        if (associations.isEmpty()) {
            return Verdict.NOT_APPLICABLE;
        }
        Map<String, Set<String>> administrators = new TreeMap<>();
        boolean decided = true;
        for (Resource association : associations) {
            decided = decided && !association.get(AccessPolicies.POLICY).isUnknown();
            if (AccessPolicies.ADMINISTRATOR.equals(AccessPolicies.name(association))) {
                administrators
                        .computeIfAbsent(
                                association.get(AccessPolicies.CLUSTER).text().orElse(""), cluster -> new HashSet<>())
                        .add(association.get(AccessPolicies.PRINCIPAL).text().orElse(association.urn()));
            }
        }
        boolean few = administrators.values().stream().allMatch(principals -> principals.size() <= most);
        return Verdict.require(
                Truth.of(few).and(few && !decided ? Truth.UNKNOWN : Truth.TRUE),
                "more than " + most + " may administer a cluster: " + AccessPolicies.ADMINISTRATOR
                        + " is given too often");
    }
}
