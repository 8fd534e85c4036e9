package dev.palisade.policy.rules.iam;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyDocument;
import dev.palisade.policy.graph.PolicyPrincipal;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.List;

/** What belongs to a role: its trust, the policies attached to it, and their documents. */
public final class Roles {
    public static final String ROLE = "aws:iam/role:Role";
    static final String ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    static final Property TRUST = Property.of(ROLE, "assumeRolePolicy");
    static final Property MANAGED_ARNS = Property.of(ROLE, "managedPolicyArns");
    static final Property ATTACHED_ROLE = Property.of(ATTACHMENT, "role");
    static final Property ATTACHED_POLICY = Property.of(ATTACHMENT, "policyArn");
    static final String EXCLUSIVE = "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive";
    private static final Property EXCLUSIVE_ROLE = Property.of(EXCLUSIVE, "roleName");
    static final Property EXCLUSIVE_POLICIES = Property.of(EXCLUSIVE, "policyArns");
    private static final Property ARN = Property.of(ROLE, "arn");
    private static final Property INLINE_ROLE = Property.of(IdentityPolicies.INLINE, "role");

    private Roles() {}

    public static Value trust(Resource role) {
        return role.get(TRUST);
    }

    /** The ARNs of the managed policies that a role has; the last is unknown if there may be more. */
    public static List<Value> managedPolicies(Resource role, Graph graph) {
        Targets attachments = graph.referrers(role, ATTACHED_ROLE);
        List<Value> arns = new ArrayList<>(role.get(MANAGED_ARNS).items());
        graph.referrers(role, EXCLUSIVE_ROLE)
                .resources()
                .forEach(all -> arns.addAll(all.get(EXCLUSIVE_POLICIES).items()));
        attachments.resources().forEach(attachment -> arns.add(attachment.get(ATTACHED_POLICY)));
        if (!attachments.decided()) {
            arns.add(Value.unknown());
        }
        return arns;
    }

    /** The documents of its own: inline ones and those of the stack's managed policies that are attached. */
    public static List<Value> documents(Resource role, Graph graph) {
        List<Value> documents = new ArrayList<>(IdentityPolicies.documents(role));
        Targets inline = graph.referrers(role, INLINE_ROLE);
        inline.resources().forEach(policy -> documents.addAll(IdentityPolicies.documents(policy)));
        for (Resource attachment : graph.referrers(role, ATTACHED_ROLE).resources()) {
            graph.targets(attachment, ATTACHED_POLICY, IdentityPolicies.MANAGED)
                    .resources()
                    .forEach(policy -> documents.addAll(IdentityPolicies.documents(policy)));
        }
        if (!inline.decided()) {
            documents.add(Value.unknown());
        }
        return documents;
    }

    /** Whether the bearer of a token with that subject may assume the role. */
    public static Truth trusts(Resource role, String subject) {
        return WebIdentity.trusts(role, subject);
    }

    /** Whether one AWS service, and nobody else, may assume the role. */
    public static Truth isForService(Resource role, String host) {
        PolicyDocument document = PolicyDocument.of(trust(role));
        if (document instanceof PolicyDocument.Undetermined) {
            return Truth.UNKNOWN;
        }
        return Truth.of(document instanceof PolicyDocument.Parsed parsed
                && parsed.statements().stream()
                        .filter(PolicyStatement::allow)
                        .allMatch(statement -> !statement.notPrincipal()
                                && statement.principals().stream()
                                        .allMatch(new PolicyPrincipal("Service", host)::equals)));
    }

    /** The twelve digits of the account that a role is in, or empty while its ARN is not known. */
    static String account(Resource role) {
        String[] segments = role.get(ARN).text().orElse("").split(":", 6);
        return segments.length == 6 ? segments[4] : "";
    }
}
