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
import dev.palisade.policy.rules.kms.Keys;
import java.util.Set;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "Backups are encrypted, planned, kept for a month and take in something",
        severity = Severity.MEDIUM,
        rows = {Row.X3},
        controls = {
            "NIST 800-53 CP-9",
            "PCI DSS 3.5.1",
            "HIPAA 164.308(a)(7)(ii)(A)",
            "SOC 2 A1.2",
            "GDPR 32(1)(c)",
            "Security Hub Backup.1"
        },
        why = "A vault that no plan fills, or that is emptied after a day, restores nothing.",
        remedy = "Give the vault a key, the plan a schedule and a lifecycle, and select what is backed up.",
        snippet =
                "PlanRuleArgs.builder().targetVaultName(vault.name()).schedule(\"cron(0 3 * * ? *)\").lifecycle(keepFor(35))")
public final class BackupIsEncryptedAndPlanned implements RelationPolicy {
    private static final String VAULT = "aws:backup/vault:Vault";
    private static final String PLAN = "aws:backup/plan:Plan";
    private static final Property KEY = Property.of(VAULT, "kmsKeyArn");
    private static final Property RULES = Property.of(PLAN, "rules");
    private static final Property TARGET = Property.of(PLAN, "rules[].targetVaultName");
    private static final Property SCHEDULE = Property.of(PLAN, "rules[].schedule");
    private static final Property LIFECYCLE = Property.of(PLAN, "rules[].lifecycle");
    private static final Property DELETE = Property.of(PLAN, "rules[].lifecycle.deleteAfter");
    private static final String SELECTION = "aws:backup/selection:Selection";
    private static final Property PARAMETERS = Property.of("kubernetes:storage.k8s.io/v1:StorageClass", "parameters");
    private static final Property RESOURCES = Property.of(SELECTION, "resources");
    private static final Property SELECTED_TAGS = Property.of(SELECTION, "selectionTags");
    private static final Property SELECTED_KEY = Property.of(SELECTION, "selectionTags[].key");
    private static final Property SELECTED_TYPE = Property.of(SELECTION, "selectionTags[].type");
    private static final Property SELECTED_VALUE = Property.of(SELECTION, "selectionTags[].value");
    private static final Property SELECTED_ROLE = Property.of(SELECTION, "iamRoleArn");
    private static final Property SELECTED = Property.of("aws:backup/selection:Selection", "planId");
    private static final Property RECLAIM = Property.of("kubernetes:storage.k8s.io/v1:StorageClass", "reclaimPolicy");
    private static final Property OPTED_IN =
            Property.of("aws:backup/regionSettings:RegionSettings", "resourceTypeOptInPreference");
    private static final Property LEFT_OUT = Property.of(SELECTION, "notResources");

    /** A day of the month, or a month, by its number. */
    private static final Pattern SELDOM = Pattern.compile("cron[(]\\S+ \\S+ (\\d\\S* \\S+|\\S+ \\d\\S*) \\S+ \\S+[)]");

    private static final int LEAST_DAYS = 30;
    private static final int MOST_DAYS = 3650;

    @Override
    public Set<String> types() {
        return Set.of(VAULT, PLAN, OPTED_IN.type());
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        if (resource.is(OPTED_IN.type())) {
            return Verdict.require(
                    resource.get(OPTED_IN).field("EBS").is("false").not(), "leaves volumes out of every backup: EBS");
        }
        if (resource.is(VAULT)) {
            return Keys.encrypt(resource, KEY, graph)
                    .and(Verdict.require(graph.referrers(resource, TARGET).exist(), "is filled by no plan"))
                    .and(Verdict.require(
                            graph.ofType(RECLAIM.type()).stream()
                                    .map(storage -> storage.get(RECLAIM).is("Retain"))
                                    .reduce(Truth.TRUE, Truth::and),
                            "keeps copies of volumes that go with their claim: reclaimPolicy is not Retain"));
        }
        Verdict verdict = Verdict.require(
                graph.referrers(resource, SELECTED).any(selection -> selects(selection, graph)),
                "backs nothing up: no selection of resources or of a tag, with a role that AWS Backup may assume");
        for (Value rule : resource.get(RULES).items()) {
            Value days = rule.get(LIFECYCLE).get(DELETE);
            verdict = verdict.and(Verdict.require(
                            rule.get(SCHEDULE).matches(when -> when.matches("(cron|rate)[(].+[)]")),
                            "has a rule without a schedule"))
                    .and(Verdict.require(
                            rule.get(SCHEDULE)
                                    .matches(SELDOM.asMatchPredicate())
                                    .not(),
                            "backs up less often than once a week: schedule"))
                    .and(Verdict.require(
                            days.atLeast(LEAST_DAYS).and(days.atMost(MOST_DAYS)),
                            "drops backups in less than 30 days, or never: lifecycle.deleteAfter"))
                    .and(Verdict.require(
                            graph.targets(resource, TARGET, rule.get(TARGET), VAULT)
                                    .exist(),
                            "backs up to no vault of this stack"));
        }
        return verdict;
    }

    /** By tag or by name; one without either, or without a role, backs nothing up. */
    private static Truth selects(Resource selection, Graph graph) {
        return selection
                .get(RESOURCES)
                .any(Value::isPresent)
                .or(() -> selection.get(SELECTED_TAGS).any(tag -> tag.get(SELECTED_KEY)
                        .matches(key -> !key.isBlank())
                        .and(tag.get(SELECTED_VALUE).matches(value -> !value.isBlank()))
                        .and(tag.get(SELECTED_TYPE).is("STRINGEQUALS"))
                        .and(isGiven(tag, graph))))
                .and(selection.get(SELECTED_ROLE).matches(role -> !role.isBlank() && !role.contains("*")))
                .and(() -> graph.targets(selection, SELECTED_ROLE, Roles.ROLE)
                        .all(role -> Roles.isForService(role, "backup.amazonaws.com")))
                .and(selection.get(LEFT_OUT).hasItems().not());
    }

    /** Where the stack makes volumes by a storage class, that gives them the tag that the selection goes by. */
    private static Truth isGiven(Value tag, Graph graph) {
        String pair = tag.get(SELECTED_KEY).text().orElse("") + "="
                + tag.get(SELECTED_VALUE).text().orElse("");
        return graph.ofType(PARAMETERS.type()).stream()
                .map(storage -> storage.get(PARAMETERS).isUnknown()
                        ? Truth.UNKNOWN
                        : Truth.of(storage.get(PARAMETERS).fields().values().stream()
                                .anyMatch(value -> value.texts().contains(pair))))
                .reduce(Truth.of(graph.ofType(PARAMETERS.type()).isEmpty()), Truth::or);
    }
}
