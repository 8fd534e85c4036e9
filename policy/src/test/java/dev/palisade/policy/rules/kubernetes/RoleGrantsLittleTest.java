package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class RoleGrantsLittleTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new RoleGrantsLittle();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "who may sign certificates",
                        Manifest.of(
                                        "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
                                        "r",
                                        "{rules: [{apiGroups: [certificates.k8s.io], resources: [signers], verbs: [approve]}]}")
                                .alone(),
                        "approve certificates"),
                fails(
                        "opens a shell by reading",
                        role("[{apiGroups: [''], resources: [pods/exec], verbs: [get]}]"),
                        "more rights"),
                fails(
                        "removes network policies",
                        role("[{apiGroups: [networking.k8s.io], resources: [networkpolicies], verbs: [delete]}]"),
                        "more rights"),
                fails(
                        "changes who signs",
                        role(
                                "[{apiGroups: [policy.sigstore.dev], resources: [clusterimagepolicies], verbs: [update]}]"),
                        "more rights"),
                fails(
                        "a part of a role of the system",
                        Manifest.of(
                                        "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
                                        "r",
                                        "metadata: {labels: {rbac.authorization.k8s.io/aggregate-to-view: 'true'}}")
                                .alone(),
                        "aggregate-to"),
                passes("reads settings", role("[{apiGroups: [''], resources: [configmaps], verbs: [get]}]")),
                passes("reads pods", role("[{apiGroups: [''], resources: [pods], verbs: [get, list]}]")),
                fails("any verb", role("[{apiGroups: [''], resources: [configmaps], verbs: ['*']}]"), "wildcard"),
                fails("any resource", role("[{apiGroups: [''], resources: ['*'], verbs: [get]}]"), "wildcard"),
                fails("any group", role("[{apiGroups: ['*'], resources: [configmaps], verbs: [get]}]"), "wildcard"),
                fails("any address", role("[{nonResourceURLs: ['*'], verbs: [get]}]"), "wildcard"),
                fails("secrets", role("[{apiGroups: [''], resources: [secrets], verbs: [list]}]"), "secrets"),
                fails(
                        "impersonates",
                        role("[{apiGroups: [''], resources: [users], verbs: [impersonate]}]"),
                        "impersonate"),
                fails(
                        "binds",
                        role("[{apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], verbs: [bind]}]"),
                        "bind"),
                fails(
                        "makes pods",
                        role("[{apiGroups: [''], resources: [pods], verbs: [create]}]"),
                        "more rights: pods"),
                fails(
                        "makes Deployments",
                        role("[{apiGroups: [apps], resources: [deployments], verbs: [patch]}]"),
                        "more rights"),
                fails(
                        "enters pods",
                        role("[{apiGroups: [''], resources: [pods/exec], verbs: [create]}]"),
                        "more rights"),
                fails(
                        "reaches kubelets",
                        role("[{apiGroups: [''], resources: [nodes/proxy], verbs: [get]}]"),
                        "more rights"),
                fails(
                        "a ClusterRole too",
                        Manifest.of(
                                        "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
                                        "r",
                                        "rules: [{apiGroups: [''], resources: [secrets], verbs: [get]}]")
                                .alone(),
                        "secrets"),
                fails(
                        "a ClusterRole of others' rules",
                        Manifest.of(
                                        "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
                                        "r",
                                        "aggregationRule: {clusterRoleSelectors: []}")
                                .alone(),
                        "aggregationRule"),
                fails(
                        "makes service accounts",
                        role("[{apiGroups: [''], resources: [serviceaccounts], verbs: [create]}]"),
                        "more rights"),
                fails(
                        "writes the cluster's own settings",
                        Manifest.of(
                                        "kubernetes:rbac.authorization.k8s.io/v1:Role",
                                        "r",
                                        "{metadata: {namespace: kube-system}, rules: [{apiGroups: [''], resources: [configmaps], verbs: [patch]}]}")
                                .alone(),
                        "kube-system"),
                fails(
                        "writes every namespace's settings",
                        Manifest.of(
                                        "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
                                        "r",
                                        "{rules: [{apiGroups: [''], resources: [configmaps], verbs: [update]}]}")
                                .alone(),
                        "runs the cluster"),
                unknown(
                        "not known yet",
                        Manifest.of("kubernetes:rbac.authorization.k8s.io/v1:Role", "r", "rules: [{}]")
                                .unknown("rules[0].verbs")
                                .yaml("rules[0].resources", "[secrets]")
                                .alone()),
                notApplicable("no role", stack()));
    }

    private static StackBuilder role(String rules) {
        return Manifest.of("kubernetes:rbac.authorization.k8s.io/v1:Role", "r", "rules: " + rules)
                .alone();
    }
}
