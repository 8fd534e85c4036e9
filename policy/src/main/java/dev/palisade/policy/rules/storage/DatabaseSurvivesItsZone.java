package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Urn;
import java.util.Set;

@PolicyInfo(
        title = "Databases outside of development stand by in a second zone",
        severity = Severity.HIGH,
        rows = {Row.A2},
        controls = {"NIST 800-53 CP-10", "SOC 2 A1.2"},
        why = "Nodes in several zones serve nobody while their only database is down.",
        remedy = "Set multiAz.",
        snippet = "InstanceArgs.builder().multiAz(true)")
public final class DatabaseSurvivesItsZone implements ResourcePolicy {
    private static final String INSTANCE = "aws:rds/instance:Instance";
    private static final Property ZONES = Property.of(INSTANCE, "multiAz");

    @Override
    public Set<String> types() {
        return Set.of(INSTANCE);
    }

    @Override
    public Verdict check(Resource database) {
        return Verdict.require(
                database.get(ZONES)
                        .isTrue()
                        .or(Truth.of(Urn.parse(database.urn()).stack().startsWith("dev"))),
                "falls with its zone: multiAz is not true");
    }
}
