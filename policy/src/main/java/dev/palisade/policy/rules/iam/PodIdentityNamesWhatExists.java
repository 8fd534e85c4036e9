package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Value;
import java.util.Set;

@PolicyInfo(
        title = "A pod identity association joins a service account and a role of this stack",
        severity = Severity.HIGH,
        rows = {Row.C13, Row.X1},
        controls = {"CIS EKS 5.2.1", "NIST 800-53 AC-3", "PCI DSS 7.2.5", "SOC 2 CC6.1"},
        why =
                "Whoever may create the service account gets the role; a role that trusts more than pods is not this pod's own.",
        remedy = "Name a service account that the stack makes and a role that pods.eks.amazonaws.com alone may assume.",
        snippet = "PodIdentityAssociationArgs.builder().namespace(namespace).serviceAccount(name).roleArn(role.arn())")
public final class PodIdentityNamesWhatExists implements RelationPolicy {

    private static final String ASSOCIATION = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
    private static final Property ROLE = Property.of(ASSOCIATION, "roleArn");
    private static final Property NAMESPACE = Property.of(ASSOCIATION, "namespace");
    private static final Property ACCOUNT = Property.of(ASSOCIATION, "serviceAccount");

    @Override
    public Set<String> types() {
        return Set.of(ASSOCIATION);
    }

    @Override
    public Verdict check(Resource association, Graph graph) {
        Targets roles = graph.targets(association, ROLE, Roles.ROLE);
        Value namespace = association.get(NAMESPACE);
        Value account = association.get(ACCOUNT);
        if (namespace.isUnknown() || account.isUnknown()) {
            return Verdict.unknown("not known yet: its service account");
        }
        return Verdict.require(roles.exist(), "names a role that is not of this stack")
                .and(Verdict.require(
                        roles.all(role -> Roles.isForService(role, "pods.eks.amazonaws.com")),
                        "names a role that is not for pods alone"))
                .and(Verdict.require(
                        roles.any(role -> ServiceAccounts.exists(
                                namespace.text().orElse(""), account.text().orElse(""), role, graph)),
                        "names a service account that nothing here makes"));
    }
}
