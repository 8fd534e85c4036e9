package dev.palisade.policy.rules.iam;

import dev.palisade.policy.flow.HelmRelease;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;

@PolicyInfo(
        title = "The role that a service account is annotated with is of this stack and trusts it",
        severity = Severity.MEDIUM,
        rows = {Row.C13, Row.X1},
        controls = {"CIS EKS 5.2.1", "NIST 800-53 AC-3", "SOC 2 CC6.1"},
        why = "A pod whose role does not trust it falls back on the node's rights, and somebody will widen those.",
        remedy = "Annotate the service account with its own role, whose trust names it.",
        snippet = "Map.of(\"eks.amazonaws.com/role-arn\", role.arn())")
public final class ServiceAccountRoleTrustsIt implements RelationPolicy {

    private static final Property STORE =
            Property.of("kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass", "metadata.namespace");
    private static final Property METADATA = Property.of(ServiceAccounts.ACCOUNT, "metadata");
    private static final Property NAMESPACE = Property.of(ServiceAccounts.ACCOUNT, "metadata.namespace");
    private static final Property NAME = Property.of(ServiceAccounts.ACCOUNT, "metadata.name");
    private static final Property ANNOTATIONS = Property.of(ServiceAccounts.ACCOUNT, "metadata.annotations");

    @Override
    public Set<String> types() {
        return Set.of(ServiceAccounts.ACCOUNT, Roles.ROLE);
    }

    @Override
    public Verdict check(Resource account, Graph graph) {
        if (account.is(Roles.ROLE)) {
            return bearers(account, graph);
        }
        Value arn = account.get(ANNOTATIONS).field("eks.amazonaws.com/role-arn");
        if (arn.isMissing()) {
            return Verdict.NOT_APPLICABLE;
        }
        Targets roles = graph.targets(account, METADATA, arn, Roles.ROLE);
        Value namespace = account.get(NAMESPACE);
        Value name = account.get(NAME);
        Value audience = account.get(ANNOTATIONS).field("eks.amazonaws.com/audience");
        Value regional = account.get(ANNOTATIONS).field("eks.amazonaws.com/sts-regional-endpoints");
        return Verdict.require(roles.exist(), "is annotated with a role that is not of this stack")
                .and(Verdict.require(
                        audience.isPresent().not().or(audience.is("sts.amazonaws.com")),
                        "has tokens for another audience than its role asks for: eks.amazonaws.com/audience"))
                .and(Verdict.require(
                        regional.is("false").not(),
                        "asks for its role outside of the VPC endpoint: eks.amazonaws.com/sts-regional-endpoints"))
                .and(Verdict.require(
                        roles.all(role ->
                                namespace.text().isPresent() && name.text().isPresent()
                                        ? WebIdentity.trusts(
                                                role,
                                                "system:serviceaccount:"
                                                        + namespace.text().get() + ":"
                                                        + name.text().get())
                                        : Truth.UNKNOWN),
                        "is annotated with a role that does not trust it"));
    }

    /** A service account that a role trusts, and that the stack makes, names the role: it would use the node's else. */
    private static Verdict bearers(Resource role, Graph graph) {
        Verdict verdict = chart(role, graph);
        for (Resource account : graph.ofType(ServiceAccounts.ACCOUNT)) {
            Value namespace = account.get(NAMESPACE);
            Value name = account.get(NAME);
            if (namespace.text().isPresent()
                    && name.text().isPresent()
                    && WebIdentity.trusts(
                                    role,
                                    "system:serviceaccount:" + namespace.text().get() + ":"
                                            + name.text().get())
                            == Truth.TRUE
                    && takesSecrets(namespace, graph)) {
                Value arn = account.get(ANNOTATIONS).field("eks.amazonaws.com/role-arn");
                verdict = verdict.and(Verdict.require(
                        arn.isPresent().and(() -> graph.targets(account, METADATA, arn, Roles.ROLE)
                                .any(one -> Truth.of(one.urn().equals(role.urn())))),
                        "trusts a service account that is not annotated with it: " + account.name()));
            }
        }
        return verdict;
    }

    /** Whether pods of the namespace call AWS for their secrets; others may do without the role. */
    private static boolean takesSecrets(Value namespace, Graph graph) {
        return graph.ofType(STORE.type()).stream()
                .anyMatch(store -> store.get(STORE).is(namespace.text().orElse("")) == Truth.TRUE);
    }

    /** The same for a service account that a chart makes, by the chart's usual values. */
    private static Verdict chart(Resource role, Graph graph) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Resource release : graph.ofType(HelmRelease.TYPE)) {
            for (Value account : ServiceAccounts.ofChart(release.get(HelmRelease.VALUES))) {
                verdict = verdict.and(chart(release, account, role, graph));
            }
        }
        return verdict;
    }

    private static Verdict chart(Resource release, Value account, Resource role, Graph graph) {
        String subject = "system:serviceaccount:"
                + release.get(HelmRelease.NAMESPACE).text().orElse("default") + ":"
                + account.field("name").text().orElse("");
        Value arn = account.field("annotations").field("eks.amazonaws.com/role-arn");
        if (WebIdentity.trusts(role, subject) != Truth.TRUE) {
            Truth own = graph.targets(release, HelmRelease.VALUES, arn, Roles.ROLE)
                    .any(one -> Truth.of(one.urn().equals(role.urn())));
            return arn.text().isPresent() && own == Truth.TRUE
                    ? Verdict.require(
                            WebIdentity.trusts(role, subject), "does not trust the account of its chart: " + subject)
                    : Verdict.NOT_APPLICABLE;
        }
        return Verdict.require(
                arn.isPresent().and(() -> graph.targets(release, HelmRelease.VALUES, arn, Roles.ROLE)
                        .any(one -> Truth.of(one.urn().equals(role.urn())))),
                "trusts a service account that its chart does not annotate with it: " + release.name());
    }
}
