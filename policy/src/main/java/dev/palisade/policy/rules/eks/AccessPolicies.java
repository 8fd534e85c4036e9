package dev.palisade.policy.rules.eks;

import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;

/** Associations of EKS's own access policies with whom they let in. */
final class AccessPolicies {
    static final String ASSOCIATION = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
    static final String ENTRY = "aws:eks/accessEntry:AccessEntry";
    static final Property POLICY = Property.of(ASSOCIATION, "policyArn");
    static final Property PRINCIPAL = Property.of(ASSOCIATION, "principalArn");
    static final Property CLUSTER = Property.of(ASSOCIATION, "clusterName");
    static final Property SCOPE = Property.of(ASSOCIATION, "accessScope.type");
    static final Property NAMESPACES = Property.of(ASSOCIATION, "accessScope.namespaces");
    static final Property ENTRY_PRINCIPAL = Property.of(ENTRY, "principalArn");
    static final String ADMINISTRATOR = "AmazonEKSClusterAdminPolicy";

    private AccessPolicies() {}

    /** The policy's name, out of its ARN; empty while it is not known. */
    static String name(Resource association) {
        String arn = association.get(POLICY).text().orElse("");
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
