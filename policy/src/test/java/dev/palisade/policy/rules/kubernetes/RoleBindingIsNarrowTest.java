package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class RoleBindingIsNarrowTest implements PolicyCases {
    private static final String BINDING = "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding";
    private static final String CLUSTER_BINDING = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding";

    @Override
    public Policy policy() {
        return new RoleBindingIsNarrow();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a user",
                        Manifest.of(
                                        "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
                                        "b",
                                        "{roleRef: {kind: Role, name: reader}, subjects: [{kind: User, name: alice}]}")
                                .alone(),
                        "a user"),
                fails(
                        "a view of all namespaces",
                        Manifest.of(
                                        "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding",
                                        "b",
                                        "{roleRef: {kind: ClusterRole, name: view}, subjects: [{kind: ServiceAccount, name: s, namespace: n}]}")
                                .alone(),
                        "every namespace"),
                fails(
                        "an account without a token",
                        stack(binding(BINDING).resource(), account("palisade").resource()),
                        "no token"),
                passes("one account, one role", bound(binding(BINDING))),
                passes(
                        "an account of a chart",
                        bound(binding(BINDING).with("subjects[0].namespace", "charts"))
                                .with(resource("kubernetes:helm.sh/v3:Release", "r")
                                        .set("namespace", "charts"))),
                passes("a role of the cluster", bound(binding(CLUSTER_BINDING).with("roleRef.kind", "ClusterRole"))),
                fails(
                        "an account that is in another namespace only",
                        bound(binding(BINDING).with("subjects[0].namespace", "other")),
                        "nobody makes yet: subjects"),
                fails(
                        "an account without a namespace",
                        bound(binding(BINDING).without("subjects[0].namespace")),
                        "nobody makes yet: subjects"),
                fails(
                        "a role that is not there",
                        bound(binding(BINDING).with("roleRef.name", "writer")),
                        "nobody makes yet: roleRef"),
                fails(
                        "the administrator",
                        binding(BINDING).with("roleRef.name", "cluster-admin").alone(),
                        "administrator"),
                fails(
                        "the administrator of the cluster",
                        binding(CLUSTER_BINDING)
                                .with("roleRef.name", "cluster-admin")
                                .alone(),
                        "administrator"),
                fails(
                        "a role of the system",
                        binding(BINDING).with("roleRef.name", "system:node").alone(),
                        "administrator"),
                fails(
                        "anonymous users",
                        binding(BINDING)
                                .with("subjects[0].name", "system:anonymous")
                                .alone(),
                        "everybody"),
                fails(
                        "whoever is not authenticated",
                        binding(CLUSTER_BINDING)
                                .with("subjects[0].name", "system:unauthenticated")
                                .alone(),
                        "everybody"),
                fails(
                        "whoever is",
                        binding(BINDING)
                                .with("subjects[0].name", "system:authenticated")
                                .alone(),
                        "everybody"),
                fails(
                        "all accounts",
                        binding(BINDING)
                                .with("subjects[0].name", "system:serviceaccounts")
                                .alone(),
                        "everybody"),
                fails(
                        "a default account",
                        binding(BINDING).with("subjects[0].name", "default").alone(),
                        "default"),
                fails(
                        "a default account as a user",
                        binding(BINDING)
                                .with("subjects[0].name", "system:serviceaccount:palisade:default")
                                .alone(),
                        "default"),
                unknown("not known yet", bound(binding(BINDING).unknown("subjects"))),
                notApplicable("no binding", stack()));
    }

    private static Manifest account(String namespace) {
        return Manifest.of("kubernetes:core/v1:ServiceAccount", "service", """
                metadata: {name: service, namespace: %s}
                automountServiceAccountToken: false
                """.formatted(namespace));
    }

    private static StackBuilder bound(Manifest binding) {
        return stack(
                binding.resource(),
                account("palisade").without("automountServiceAccountToken").resource(),
                Manifest.of(
                                BINDING.replace("RoleBinding", "Role"),
                                "r",
                                "metadata: {name: reader, namespace: palisade}")
                        .resource());
    }

    private static Manifest binding(String type) {
        return Manifest.of(type, "b", """
                metadata: {namespace: palisade}
                roleRef: {kind: Role, name: reader}
                subjects: [{kind: ServiceAccount, name: service, namespace: palisade}]
                """);
    }
}
