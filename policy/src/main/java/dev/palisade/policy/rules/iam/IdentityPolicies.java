package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The documents that give rights to whom they are attached: managed policies and inline ones, wherever they stand. */
final class IdentityPolicies {
    static final String MANAGED = "aws:iam/policy:Policy";
    static final String INLINE = "aws:iam/rolePolicy:RolePolicy";
    static final String ROLE = "aws:iam/role:Role";
    static final Set<String> TYPES = Set.of(MANAGED, INLINE, ROLE);

    private static final Property MANAGED_DOCUMENT = Property.of(MANAGED, "policy");
    private static final Property INLINE_DOCUMENT = Property.of(INLINE, "policy");
    private static final Property ROLE_DOCUMENTS = Property.of(ROLE, "inlinePolicies[].policy");

    private IdentityPolicies() {}

    /** The documents that a resource holds; none where it is a role without inline policies. */
    static List<Value> documents(Resource resource) {
        return switch (resource.type()) {
            case MANAGED -> List.of(resource.get(MANAGED_DOCUMENT));
            case INLINE -> List.of(resource.get(INLINE_DOCUMENT));
            // The provider answers with an empty document where a role has none.
            default ->
                resource.get(ROLE_DOCUMENTS).items().stream()
                        .filter(document -> document.is("") != Truth.TRUE && !document.isMissing())
                        .toList();
        };
    }

    /** The worst verdict on any statement of any of its documents. */
    static Verdict each(Resource resource, Function<PolicyStatement, Verdict> question) {
        return documents(resource).stream()
                .map(document -> Documents.each(document, question))
                .reduce(Verdict.NOT_APPLICABLE, Verdict::and);
    }
}
