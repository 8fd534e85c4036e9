package dev.palisade.policy.rules.kms;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyPrincipal;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.rules.iam.Deputies;
import dev.palisade.policy.rules.iam.Documents;
import java.util.List;
import java.util.Set;

/** A condition does not make an open principal good: the account's root stands for everybody of the account. */
@PolicyInfo(
        title = "A key's policy lets nobody in but named principals of this account and services that act for it",
        severity = Severity.CRITICAL,
        rows = {Row.C5, Row.X4, Row.X3},
        controls = {
            "NIST 800-53 SC-12",
            "NIST 800-53 AC-3",
            "PCI DSS 3.6.1",
            "PCI DSS 7.2.1",
            "HIPAA 164.312(a)(2)(iv)",
            "SOC 2 CC6.1",
            "GDPR 32(1)(a)",
            "Security Hub KMS.5"
        },
        why = "What the key protects is worth as much as the list of those who may use it.",
        remedy =
                "Name roles and services, hold services to this account by aws:SourceAccount or the encryption context, and list the actions.",
        snippet = "KeyUse.byLogs(settings)")
public final class KmsKeyPolicyIsNarrow implements RelationPolicy {

    static final String POLICY = "aws:kms/keyPolicy:KeyPolicy";
    private static final Property DOCUMENT = Property.of(Keys.KEY, "policy");
    private static final Property SEPARATE_DOCUMENT = Property.of(POLICY, "policy");
    private static final Property SEPARATE_KEY = Property.of(POLICY, "keyId");
    private static final List<String> ADMINISTRATION =
            List.of("kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:DisableKey", "kms:DisableKeyRotation");

    @Override
    public Set<String> types() {
        return Set.of(Keys.KEY, POLICY);
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        if (resource.is(POLICY)) {
            return Documents.each(resource.get(SEPARATE_DOCUMENT), KmsKeyPolicyIsNarrow::judge);
        }
        return resource.get(DOCUMENT).isMissing()
                ? Verdict.require(graph.referrers(resource, SEPARATE_KEY).exist(), "has no policy of its own")
                : Documents.each(resource.get(DOCUMENT), KmsKeyPolicyIsNarrow::judge);
    }

    private static Verdict judge(PolicyStatement statement) {
        if (!statement.allow()) {
            return Verdict.PASS;
        }
        if (statement.notPrincipal() || statement.notAction()) {
            return Verdict.fail("allows everything but a list: NotPrincipal or NotAction with Allow");
        }
        if (statement.isForEverybody()) {
            return Verdict.fail("lets every principal use the key");
        }
        Verdict verdict = statement.actions().stream().anyMatch(action -> action.matches("(?i)(kms:)?[*]"))
                ? Verdict.fail("allows every action: use and administration of the key in one")
                : Verdict.PASS;
        return statement
                .principals(PolicyPrincipal::isService)
                .map(principal -> judge(principal.name(), statement))
                .reduce(verdict, Verdict::and);
    }

    private static Verdict judge(String service, PolicyStatement statement) {
        return Verdict.require(
                        Truth.of(Deputies.isGuarded(statement)), "lets " + service + " use the key for any account")
                .and(Verdict.require(
                        Truth.of(ADMINISTRATION.stream().noneMatch(statement::allows)),
                        "lets " + service + " administer the key"));
    }
}
