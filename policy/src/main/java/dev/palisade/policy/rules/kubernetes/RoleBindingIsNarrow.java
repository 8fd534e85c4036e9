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
import java.util.Set;

@PolicyInfo(
        title = "Role bindings name single subjects and grant no administrator's role",
        severity = Severity.CRITICAL,
        rows = Row.C13,
        controls = {
            "CIS EKS 4.1.1",
            "CIS EKS 4.1.5",
            "CIS EKS 4.1.7",
            "NIST 800-53 AC-6(1)",
            "NIST 800-53 AC-3",
            "PCI DSS 7.2.2",
            "HIPAA 164.312(a)(1)",
            "SOC 2 CC6.3"
        },
        why =
                "A binding of cluster-admin, or of any role to everybody or to the default account, gives the cluster away.",
        remedy = "Bind a role of your own to one service account of your own; people enter through EKS access entries.",
        snippet = "RoleRefArgs.builder().kind(\"Role\").name(role.metadata().applyValue(m -> m.name().orElseThrow()))")
public final class RoleBindingIsNarrow implements RelationPolicy {
    private static final String BINDING = "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding";
    private static final String CLUSTER_BINDING = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding";
    private static final String OWN_ROLE = "kubernetes:rbac.authorization.k8s.io/v1:Role";
    private static final Property ROLE_KIND = Property.of(BINDING, "roleRef.kind");
    private static final Property ROLE = Property.of(BINDING, "roleRef.name");
    private static final Property CLUSTER_ROLE = Property.of(CLUSTER_BINDING, "roleRef.name");
    private static final Property SUBJECTS = Property.of(BINDING, "subjects");
    private static final Property CLUSTER_SUBJECTS = Property.of(CLUSTER_BINDING, "subjects");
    private static final Property KIND = Property.of(BINDING, "subjects[].kind");
    private static final Property NAME = Property.of(BINDING, "subjects[].name");

    private static final Property NAMESPACE = Property.of(BINDING, "subjects[].namespace");
    private static final String ACCOUNT = ClusterObjects.SERVICE_ACCOUNT;
    private static final Property ACCOUNT_NAMESPACE = Property.of(ACCOUNT, "metadata.namespace");
    private static final Property TOKEN = Property.of(ACCOUNT, "automountServiceAccountToken");

    @Override
    public Set<String> types() {
        return Set.of(BINDING, CLUSTER_BINDING);
    }

    @Override
    public Verdict check(Resource binding, Graph graph) {
        boolean whole = CLUSTER_BINDING.equals(binding.type());
        Value role = binding.get(whole ? CLUSTER_ROLE : ROLE);
        Value subjects = binding.get(whole ? CLUSTER_SUBJECTS : SUBJECTS);
        return Verdict.require(
                        role.matches(name -> !name.startsWith("system:")
                                && !Set.of("cluster-admin", "admin", "edit").contains(name)),
                        "grants an administrator's role: roleRef.name")
                .and(Verdict.require(
                        subjects.any(RoleBindingIsNarrow::isEverybody).not(),
                        "grants it to everybody of a system group: subjects"))
                .and(Verdict.require(
                        subjects.any(RoleBindingIsNarrow::isDefault).not(),
                        "grants it to a default service account: subjects"))
                .and(Verdict.require(
                        subjects.any(subject -> subject.get(KIND).is("User")).not(),
                        "grants it to a user, who would enter without an access entry: subjects"))
                .and(Verdict.require(
                        Truth.of(subjects.items().stream()
                                        .anyMatch(subject -> mountsNoToken(subject, binding, graph) == Truth.TRUE))
                                .not(),
                        "grants it to a service account whose pods mount no token: only an intruder would use it"))
                .and(Verdict.require(
                        subjects.all(subject -> isThere(subject, graph)),
                        "grants it to a service account that nobody makes yet: subjects"))
                .and(Verdict.require(
                        Truth.of(whole)
                                .or(() -> binding.get(ROLE_KIND).is("Role").not())
                                .or(() -> roles(graph).named(Metadata.namespace(binding), role)),
                        "grants a role that nobody makes yet: roleRef.name"))
                .and(Verdict.require(
                        role.is("view").and(Truth.of(whole)).not(),
                        "lets its subjects read every namespace: roleRef.name is view"));
    }

    private static Truth isEverybody(Value subject) {
        return subject.get(NAME)
                .matches(name -> name.startsWith("system:") && !name.matches("system:serviceaccount:[^:]+:[^:]+"));
    }

    private static InNamespace roles(Graph graph) {
        return graph.view(Roles.class, all -> new Roles(new InNamespace(all, OWN_ROLE)))
                .all();
    }

    private record Roles(InNamespace all) {}

    /** Whoever may make a missing account has what is granted to it; a chart's accounts are not in the graph. */
    private static Truth isThere(Value subject, Graph graph) {
        String namespace = subject.get(NAMESPACE).text().orElse(Metadata.UNKNOWN);
        return subject.get(KIND)
                .is("ServiceAccount")
                .not()
                .or(() -> Truth.of(Pods.of(graph).mayHaveMore(namespace)))
                .or(() -> ClusterObjects.of(graph).serviceAccounts().named(namespace, subject.get(NAME)));
    }

    /** True only of a service account that the stack makes, and makes without a token. */
    private static Truth mountsNoToken(Value subject, Resource binding, Graph graph) {
        return graph.targets(binding, NAME, subject.get(NAME), ACCOUNT).any(account -> subject.get(KIND)
                .is("ServiceAccount")
                .and(() -> subject.get(NAMESPACE)
                        .matches(namespace -> account.get(ACCOUNT_NAMESPACE).is(namespace) == Truth.TRUE))
                .and(() -> account.get(TOKEN).is("false")));
    }

    private static Truth isDefault(Value subject) {
        return subject.get(KIND)
                .is("ServiceAccount")
                .and(subject.get(NAME).is("default"))
                .or(subject.get(NAME).matches(name -> name.matches("system:serviceaccount:[^:]+:default")));
    }
}
