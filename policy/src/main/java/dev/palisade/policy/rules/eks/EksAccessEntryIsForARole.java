package dev.palisade.policy.rules.eks;

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
import dev.palisade.policy.rules.iam.Roles;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "Access entries let named roles in, by an access policy alone",
        severity = Severity.HIGH,
        rows = {Row.C13, Row.X1},
        controls = {"CIS EKS 5.5.1", "CIS EKS 4.1.1", "NIST 800-53 IA-2", "PCI DSS 7.2.1", "SOC 2 CC6.2"},
        why =
                "An entry for the account or a user outlives people; the group system:masters cannot be taken back by RBAC.",
        remedy = "Name a role and associate an access policy with it; leave the groups empty.",
        snippet = "AccessEntryArgs.builder().principalArn(roleArn).type(\"STANDARD\")")
public final class EksAccessEntryIsForARole implements RelationPolicy {

    private static final Property GROUPS = Property.of(AccessPolicies.ENTRY, "kubernetesGroups");
    private static final Property USER = Property.of(AccessPolicies.ENTRY, "userName");
    private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/[\\w+=,.@/-]+");

    private static final List<Property> SUBJECTS = List.of(
            Property.of("kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", "subjects[].name"),
            Property.of("kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding", "subjects[].name"));

    @Override
    public Set<String> types() {
        return Set.of(AccessPolicies.ENTRY, AccessPolicies.ASSOCIATION);
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        if (resource.is(AccessPolicies.ASSOCIATION)) {
            return principal(resource.get(AccessPolicies.PRINCIPAL));
        }
        Truth machine = graph.targets(resource, AccessPolicies.ENTRY_PRINCIPAL, Roles.ROLE).resources().stream()
                .map(role -> Roles.trust(role).matches(EksAccessEntryIsForARole::isForMachines))
                .reduce(Truth.FALSE, Truth::or);
        return principal(resource.get(AccessPolicies.ENTRY_PRINCIPAL))
                .and(Verdict.require(
                        machine.not(), "lets a node, a pod or an AWS service call the Kubernetes API: principalArn"))
                .and(Verdict.require(
                        resource.get(GROUPS)
                                .any(group -> isUnbound(group, graph))
                                .not(),
                        "joins a group that no binding of the stack names: kubernetesGroups"))
                .and(Verdict.require(
                        resource.get(GROUPS)
                                .any(group -> group.matches(EksAccessEntryIsForARole::isSystem))
                                .not(),
                        "joins one of Kubernetes' own groups"))
                .and(Verdict.require(
                        resource.get(USER)
                                .matches(EksAccessEntryIsForARole::isSystem)
                                .not(),
                        "takes the name of one of Kubernetes' own users"))
                .and(
                        Verdict.require(
                                resource.get(USER).isPresent().not().or(() -> resource.get(USER)
                                        .matches(name -> name.contains("{{SessionName"))),
                                "gives all who assume the role one name, so that the audit log tells nobody from nobody: userName"));
    }

    /** What such a group may do is decided where nobody looks. */
    private static Truth isUnbound(Value group, Graph graph) {
        Truth bound = Truth.FALSE;
        for (Property subjects : SUBJECTS) {
            for (Resource binding : graph.ofType(subjects.type())) {
                bound = bound.or(Truth.of(group.text()
                        .map(binding.get(subjects).texts()::contains)
                        .orElse(false)));
            }
        }
        return group.isUnknown() ? Truth.UNKNOWN : bound.not();
    }

    private static boolean isForMachines(String trust) {
        return trust.contains("\"ec2.amazonaws.com\"")
                || trust.contains("system:serviceaccount:")
                || trust.contains("pods.eks.amazonaws.com");
    }

    private static Verdict principal(Value principal) {
        return Verdict.require(
                principal.matches(arn -> ROLE.matcher(arn).matches()),
                "lets in something else than one named role: principalArn");
    }

    private static boolean isSystem(String name) {
        return name.startsWith("system:");
    }
}
