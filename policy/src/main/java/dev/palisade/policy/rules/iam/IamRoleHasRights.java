package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyDocument;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;

/** A role without rights is a role whose rights went to another one, or one that nobody took away. */
@PolicyInfo(
        title = "Every role has the rights that it was made for",
        severity = Severity.MEDIUM,
        rows = {Row.X1},
        controls = {"NIST 800-53 AC-2", "NIST 800-53 AC-6", "PCI DSS 7.2.4", "SOC 2 CC6.2"},
        why = "Rights that hang on the wrong role are missing in one place and too many in another.",
        remedy = "Attach the policy to the role that needs it, or take the role away.",
        snippet = "RolePolicyAttachmentArgs.builder().role(node.name()).policyArn(workerNodePolicy)")
public final class IamRoleHasRights implements RelationPolicy {
    private static final Property INLINE_ROLE = Property.of(IdentityPolicies.INLINE, "role");
    private static final Property ATTACHED_ROLES = Property.of("aws:iam/policyAttachment:PolicyAttachment", "roles");

    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE, Roles.ATTACHMENT, IdentityPolicies.INLINE);
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        if (!resource.is(Roles.ROLE)) {
            Property role = resource.is(Roles.ATTACHMENT) ? Roles.ATTACHED_ROLE : INLINE_ROLE;
            return Verdict.require(
                            graph.targets(resource, role, Roles.ROLE).exist(), "gives rights to no role of this stack")
                    .and(resource.is(Roles.ATTACHMENT) ? attached(resource, graph) : Verdict.PASS);
        }
        return Verdict.require(
                Truth.of(Roles.documents(resource, graph).stream().anyMatch(IamRoleHasRights::mayAllow)
                                || !Roles.managedPolicies(resource, graph).isEmpty())
                        .or(() -> graph.referrers(resource, ATTACHED_ROLES).exist()),
                "has no rights: no policy is attached to it");
    }

    private static boolean mayAllow(Value document) {
        return !(PolicyDocument.of(document) instanceof PolicyDocument.Parsed parsed)
                || parsed.statements().stream().anyMatch(PolicyStatement::allow);
    }

    /** A policy that is neither of AWS nor of the stack is not there, or has rights that nobody judged. */
    private static Verdict attached(Resource attachment, Graph graph) {
        return Verdict.require(
                attachment
                        .get(Roles.ATTACHED_POLICY)
                        .matches(arn -> arn.matches("arn:aws[a-z-]*:iam::aws:policy/.+"))
                        .or(() -> graph.targets(attachment, Roles.ATTACHED_POLICY, IdentityPolicies.MANAGED)
                                .exist()),
                "attaches a policy that is neither AWS's nor of this stack: policyArn");
    }
}
