package dev.palisade.policy.rules.eks;

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
import dev.palisade.policy.rules.iam.Roles;
import java.util.Set;

@PolicyInfo(
        title = "Each add-on that calls AWS has a role of its own for its service account",
        severity = Severity.HIGH,
        rows = {Row.X1, Row.C13},
        controls = {"CIS EKS 5.2.1", "NIST 800-53 AC-6", "PCI DSS 7.2.5", "SOC 2 CC6.3"},
        why = "Without one the add-on uses the node's rights, and then every pod of the node has them too.",
        remedy = "Give the add-on a role that trusts its service account, by IRSA or a pod identity.",
        snippet = "AddonArgs.builder().serviceAccountRoleArn(role.arn())")
public final class AddonHasItsOwnRole implements RelationPolicy {

    @Override
    public Set<String> types() {
        return Set.of(Addons.ADDON);
    }

    @Override
    public Verdict check(Resource addon, Graph graph) {
        Value name = addon.get(Addons.NAME);
        if (name.text().isEmpty()) {
            return Verdict.unknown("not known yet: which add-on it is");
        }
        if (Addons.callsNothing(name.text().get())) {
            return Verdict.require(
                    addon.get(Addons.ROLE).isPresent().or(identified(addon)).not(),
                    "is given rights in AWS, and calls nothing there: serviceAccountRoleArn or podIdentityAssociations");
        }
        Verdict identities = identified(addon) == Truth.FALSE
                ? Verdict.NOT_APPLICABLE
                : own(graph.targets(addon, Addons.IDENTITIES, Roles.ROLE), Addons.IDENTITIES, graph);
        return Addons.serviceAccount(name.text().get())
                .map(account -> judge(addon, account, graph).and(identities))
                .orElse(identities);
    }

    private static Verdict judge(Resource addon, String account, Graph graph) {
        if (addon.get(Addons.ROLE).isMissing()) {
            return Verdict.require(
                    identified(addon),
                    "uses the node's rights: it has neither serviceAccountRoleArn nor a pod identity");
        }
        Targets roles = graph.targets(addon, Addons.ROLE, Roles.ROLE);
        return own(roles, Addons.ROLE, graph)
                .and(Verdict.require(
                        roles.all(role -> Roles.trusts(role, "system:serviceaccount:" + account)),
                        "has a role that does not trust its service account " + account));
    }

    private static Truth identified(Resource addon) {
        Value identities = addon.get(Addons.IDENTITIES);
        return identities.isPresent().and(identities.any(Value::isPresent));
    }

    private static Verdict own(Targets roles, Property property, Graph graph) {
        return Verdict.require(roles.exist(), "has a role that is not of this stack")
                .and(Verdict.require(
                        roles.all(role -> Truth.of(
                                graph.referrers(role, property).resources().size() < 2)),
                        "shares its role with another add-on"));
    }
}
