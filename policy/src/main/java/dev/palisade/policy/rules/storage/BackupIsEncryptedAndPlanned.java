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
import dev.palisade.policy.rules.kms.Keys;
import java.util.Set;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "Backups are encrypted, planned and kept for a month",
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
        remedy = "Give the vault a key, and the plan a schedule and a lifecycle.",
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
    private static final Property RECLAIM = Property.of("kubernetes:storage.k8s.io/v1:StorageClass", "reclaimPolicy");

    /** A day of the month, or a month, by its number. */
    private static final Pattern SELDOM = Pattern.compile("cron[(]\\S+ \\S+ (\\d\\S* \\S+|\\S+ \\d\\S*) \\S+ \\S+[)]");

    private static final int LEAST_DAYS = 30;
    private static final int MOST_DAYS = 3650;

    @Override
    public Set<String> types() {
        return Set.of(VAULT, PLAN);
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        if (resource.is(VAULT)) {
            return Keys.encrypt(resource, KEY, graph)
                    .and(Verdict.require(graph.referrers(resource, TARGET).exist(), "is filled by no plan"))
                    .and(Verdict.require(
                            graph.ofType(RECLAIM.type()).stream()
                                    .map(storage -> storage.get(RECLAIM).is("Retain"))
                                    .reduce(Truth.TRUE, Truth::and),
                            "keeps copies of volumes that go with their claim: reclaimPolicy is not Retain"));
        }
        Verdict verdict = Verdict.PASS;
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
}
