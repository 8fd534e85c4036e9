package dev.palisade.policy.rules.kms;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.rules.iam.Documents;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The counterpart of {@link KmsKeyServesItsUsers}: a service that keeps nothing under the key has no use for it. */
@PolicyInfo(
        title = "A key's policy lets it be used through services that keep something under it, and no others",
        severity = Severity.MEDIUM,
        rows = {Row.C5, Row.X3, Row.X4},
        controls = {"NIST 800-53 SC-12", "NIST 800-53 AC-6", "PCI DSS 3.6.1", "SOC 2 CC6.1"},
        why = "Each more service is a way to the same data for everybody who has rights in that service.",
        remedy = "Take the service out of kms:ViaService, or give what it keeps a key of its own.",
        snippet = "KeyUse.through(\"ecr\", settings)")
public final class KmsKeyServesNobodyElse implements RelationPolicy {
    private static final Property POLICY = Property.of(Keys.KEY, "policy");

    @Override
    public Set<String> types() {
        return Set.of(Keys.KEY);
    }

    @Override
    public Verdict check(Resource key, Graph graph) {
        return Documents.each(key.get(POLICY), statement -> judge(statement, key, graph));
    }

    private static Verdict judge(PolicyStatement statement, Resource key, Graph graph) {
        Verdict verdict = Verdict.PASS;
        List<String> hosts = statement.allow()
                ? statement
                        .conditionsOn("kms:ViaService")
                        .flatMap(condition -> condition.values().stream())
                        .toList()
                : List.of();
        for (Map.Entry<String, List<Property>> user : KmsKeyServesItsUsers.USERS.entrySet()) {
            if (hosts.stream().anyMatch(host -> host.startsWith(user.getKey()))) {
                Truth keeps = user.getValue().stream()
                        .map(property -> Keys.encrypts(key, property, graph))
                        .reduce(Truth.FALSE, Truth::or);
                verdict = verdict.and(Verdict.require(
                        keeps, "may be used through " + user.getKey() + "amazonaws.com, which keeps nothing under it"));
            }
        }
        return verdict;
    }
}
