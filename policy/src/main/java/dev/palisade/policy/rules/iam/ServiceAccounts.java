package dev.palisade.policy.rules.iam;

import dev.palisade.policy.flow.HelmRelease;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.stream.Stream;

/** Where a Kubernetes service account that a role trusts comes from: a manifest, an EKS add-on, or a chart. */
final class ServiceAccounts {
    static final String ACCOUNT = "kubernetes:core/v1:ServiceAccount";
    private static final String ADDON = "aws:eks/addon:Addon";
    private static final Property NAMESPACE = Property.of(ACCOUNT, "metadata.namespace");
    private static final Property ADDON_ROLE = Property.of(ADDON, "serviceAccountRoleArn");
    private static final Property ADDON_IDENTITIES = Property.of(ADDON, "podIdentityAssociations[].roleArn");

    private ServiceAccounts() {}

    /** Whether a subject such as {@code system:serviceaccount:app:api} is made here for that role. */
    static Truth exists(String subject, Resource role, Graph graph) {
        String[] parts = subject.split(":", 4);
        return exists(parts[2], parts[3], role, graph)
                .or(() -> graph.referrers(role, ADDON_ROLE).exist())
                .or(() -> graph.referrers(role, ADDON_IDENTITIES).exist());
    }

    /** Whether a manifest or a chart makes the service account. */
    static Truth exists(String namespace, String name, Resource from, Graph graph) {
        return graph.targets(from, Roles.TRUST, Value.of(name), ACCOUNT)
                .any(account -> account.get(NAMESPACE).is(namespace))
                .or(() -> isInChart(namespace, name, graph));
    }

    /** Charts keep a service account at the top of their values, or below the component that it is of. */
    static List<Value> ofChart(Value values) {
        return Stream.concat(Stream.of(values), values.fields().values().stream())
                .map(component -> component.field("serviceAccount"))
                .filter(account -> !account.isMissing())
                .toList();
    }

    private static Truth isInChart(String namespace, String name, Graph graph) {
        Truth made = Truth.FALSE;
        for (Resource release : graph.ofType(HelmRelease.TYPE)) {
            for (Value account : ofChart(release.get(HelmRelease.VALUES))) {
                made = made.or(release.get(HelmRelease.NAMESPACE)
                        .is(namespace)
                        .and(account.field("name").is(name)));
            }
        }
        return made;
    }
}
