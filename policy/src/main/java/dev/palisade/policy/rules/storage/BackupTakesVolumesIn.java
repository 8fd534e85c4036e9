package dev.palisade.policy.rules.storage;

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
import java.util.Set;

@PolicyInfo(
        title = "A backup plan takes the stack's volumes in",
        severity = Severity.MEDIUM,
        rows = {Row.X3},
        controls = {"NIST 800-53 CP-9", "HIPAA 164.308(a)(7)(ii)(A)", "SOC 2 A1.2", "GDPR 32(1)(c)"},
        why = "A plan that selects a tag which no volume carries runs every night and copies nothing.",
        remedy = "Select the tag that the storage class gives its volumes, with a role that AWS Backup may assume.",
        snippet =
                "SelectionArgs.builder().planId(plan.id()).iamRoleArn(role.arn()).selectionTags(tag(\"STRINGEQUALS\", \"backup\", \"yes\"))")
public final class BackupTakesVolumesIn implements RelationPolicy {
    private static final String PLAN = "aws:backup/plan:Plan";
    private static final String SELECTION = "aws:backup/selection:Selection";
    private static final Property SELECTED = Property.of(SELECTION, "planId");
    private static final Property RESOURCES = Property.of(SELECTION, "resources");
    private static final Property LEFT_OUT = Property.of(SELECTION, "notResources");
    private static final Property TAGS = Property.of(SELECTION, "selectionTags");
    private static final Property KEY = Property.of(SELECTION, "selectionTags[].key");
    private static final Property TYPE = Property.of(SELECTION, "selectionTags[].type");
    private static final Property VALUE = Property.of(SELECTION, "selectionTags[].value");
    private static final Property ROLE = Property.of(SELECTION, "iamRoleArn");
    private static final Property PARAMETERS = Property.of("kubernetes:storage.k8s.io/v1:StorageClass", "parameters");
    private static final Property OPTED_IN =
            Property.of("aws:backup/regionSettings:RegionSettings", "resourceTypeOptInPreference");

    @Override
    public Set<String> types() {
        return Set.of(PLAN, OPTED_IN.type());
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        if (resource.is(OPTED_IN.type())) {
            return Verdict.require(
                    resource.get(OPTED_IN).field("EBS").is("false").not(), "leaves volumes out of every backup: EBS");
        }
        return Verdict.require(
                graph.referrers(resource, SELECTED).any(selection -> selects(selection, graph)),
                "backs nothing up: no selection of resources or of a tag, with a role that AWS Backup may assume");
    }

    /** By tag or by name; one without either, or without a role, backs nothing up. */
    private static Truth selects(Resource selection, Graph graph) {
        return selection
                .get(RESOURCES)
                .any(Value::isPresent)
                .or(() -> selection.get(TAGS).any(tag -> tag.get(KEY)
                        .matches(key -> !key.isBlank())
                        .and(tag.get(VALUE).matches(value -> !value.isBlank()))
                        .and(tag.get(TYPE).is("STRINGEQUALS"))
                        .and(isGiven(tag, graph))))
                .and(selection.get(ROLE).matches(role -> !role.isBlank() && !role.contains("*")))
                .and(() -> graph.targets(selection, ROLE, Roles.ROLE)
                        .all(role -> Roles.isForService(role, "backup.amazonaws.com")))
                .and(selection.get(LEFT_OUT).hasItems().not());
    }

    /** Where the stack makes volumes by a storage class, that gives them the tag that the selection goes by. */
    private static Truth isGiven(Value tag, Graph graph) {
        String pair =
                tag.get(KEY).text().orElse("") + "=" + tag.get(VALUE).text().orElse("");
        return graph.ofType(PARAMETERS.type()).stream()
                .map(storage -> storage.get(PARAMETERS).isUnknown()
                        ? Truth.UNKNOWN
                        : Truth.of(storage.get(PARAMETERS).fields().values().stream()
                                .anyMatch(value -> value.texts().contains(pair))))
                .reduce(Truth.of(graph.ofType(PARAMETERS.type()).isEmpty()), Truth::or);
    }
}
