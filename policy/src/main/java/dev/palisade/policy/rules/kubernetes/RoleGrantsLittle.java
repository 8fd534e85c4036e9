package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;

/** A Role is judged like a ClusterRole: the service's namespace is where its secrets are. */
@PolicyInfo(
        title = "Roles grant no wildcards, no secrets and no way to more rights",
        severity = Severity.HIGH,
        rows = {Row.C13, Row.C5},
        controls = {
            "CIS EKS 4.1.2",
            "CIS EKS 4.1.3",
            "CIS EKS 4.1.4",
            "CIS EKS 4.1.8",
            "NIST 800-53 AC-6",
            "NIST 800-53 AC-6(1)",
            "PCI DSS 7.2.1",
            "PCI DSS 7.2.2",
            "HIPAA 164.308(a)(4)(ii)(B)",
            "SOC 2 CC6.3"
        },
        why =
                "Whoever may make pods, read secrets, impersonate or bind roles can take every other right of the cluster.",
        remedy = "Name resources and verbs one by one, and only those that are used.",
        snippet = "PolicyRuleArgs.builder().apiGroups(\"\").resources(\"configmaps\").verbs(\"get\")")
public final class RoleGrantsLittle implements ResourcePolicy {
    private static final String ROLE = "kubernetes:rbac.authorization.k8s.io/v1:Role";
    private static final String CLUSTER_ROLE = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole";
    private static final Property ROLE_RULES = Property.of(ROLE, "rules");
    private static final Property CLUSTER_RULES = Property.of(CLUSTER_ROLE, "rules");
    private static final Property AGGREGATION = Property.of(CLUSTER_ROLE, "aggregationRule");
    private static final Property VERBS = Property.of(ROLE, "rules[].verbs");
    private static final Property RESOURCES = Property.of(ROLE, "rules[].resources");
    private static final Property GROUPS = Property.of(ROLE, "rules[].apiGroups");
    private static final Property URLS = Property.of(ROLE, "rules[].nonResourceURLs");

    private static final Set<String> CHANGING = Set.of("create", "update", "patch", "delete", "deletecollection", "*");

    /** Kinds that lead to more rights for whoever may write them. */
    private static final Set<String> POWERFUL = Set.of("""
            apiservices certificatesigningrequests certificatesigningrequests/approval clusterimagepolicies
            clusterrolebindings clusterroles cronjobs customresourcedefinitions daemonsets deployments endpoints
            endpointslices ingresses jobs limitranges mutatingadmissionpolicies
            mutatingadmissionpolicybindings mutatingwebhookconfigurations namespaces networkpolicies nodes nodes/proxy
            persistentvolumes pods pods/attach pods/ephemeralcontainers pods/eviction pods/exec pods/portforward pods/proxy
            priorityclasses replicasets replicationcontrollers resourcequotas rolebindings roles
            secretproviderclasses secrets serviceaccounts serviceaccounts/token services services/proxy storageclasses statefulsets targetgroupbindings validatingadmissionpolicies
            validatingadmissionpolicybindings validatingwebhookconfigurations\
            """.split("\\s+"));

    /** Kinds whose mere reading is a connection into a pod or a node. */
    private static final Set<String> TUNNELS =
            Set.of("nodes/proxy", "services/proxy", "pods/proxy", "pods/exec", "pods/attach", "pods/portforward");

    @Override
    public Set<String> types() {
        return Set.of(ROLE, CLUSTER_ROLE);
    }

    @Override
    public Verdict check(Resource role) {
        boolean whole = CLUSTER_ROLE.equals(role.type());
        Verdict verdict = whole
                ? Verdict.require(
                        role.get(AGGREGATION).isPresent().not(), "grants what others add to it: aggregationRule")
                : Verdict.PASS;
        verdict = verdict.and(Verdict.require(
                Truth.of(Metadata.labels(role).fields().keySet().stream()
                                .anyMatch(label -> label.startsWith("rbac.authorization.k8s.io/aggregate-to-")))
                        .not(),
                "adds its rules to a role of the system: a label aggregate-to"));
        for (Value rule : role.get(whole ? CLUSTER_RULES : ROLE_RULES).items()) {
            verdict = verdict.and(judge(rule))
                    .and(Verdict.require(
                            Truth.of("kube-system".equals(Metadata.namespace(role)))
                                    .or(Truth.of(whole).and(has(rule.get(RESOURCES), Set.of("configmaps", "leases"))))
                                    .and(has(rule.get(VERBS), CHANGING))
                                    .not(),
                            "may write what runs the cluster, in kube-system: " + named(rule.get(RESOURCES))));
        }
        return verdict;
    }

    private static Verdict judge(Value rule) {
        Value verbs = rule.get(VERBS);
        Value resources = rule.get(RESOURCES);
        Truth wild = has(verbs, Set.of("*"))
                .or(resources.any(name -> name.matches(text -> text.contains("*"))))
                .or(has(rule.get(GROUPS), Set.of("*")))
                .or(rule.get(URLS).any(url -> url.matches(text -> text.contains("*"))));
        return Verdict.require(wild.not(), "has a rule with a wildcard")
                .and(Verdict.require(
                        has(resources, Set.of("secrets"))
                                .and(has(verbs, Set.of("get", "list", "watch", "*")))
                                .not(),
                        "may read secrets"))
                .and(Verdict.require(
                        verbs.any(verb -> verb.matches(RoleGrantsLittle::leadsToOthersRights))
                                .not(),
                        "may escalate, bind, impersonate, or approve certificates"))
                .and(Verdict.require(
                        has(resources, POWERFUL)
                                .and(has(verbs, CHANGING))
                                .or(has(resources, TUNNELS))
                                .not(),
                        "may write what leads to more rights: " + named(resources)));
    }

    private static boolean leadsToOthersRights(String verb) {
        return Set.of("escalate", "bind", "approve", "sign").contains(verb) || verb.startsWith("impersonate");
    }

    private static Truth has(Value list, Set<String> names) {
        return list.any(item -> item.matches(names::contains));
    }

    private static String named(Value resources) {
        return String.join(", ", resources.texts());
    }
}
