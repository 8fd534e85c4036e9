package dev.palisade.policy.rules.kms;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.PolicyPrincipal;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.rules.iam.Documents;
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "The account as a whole administers a key, but uses it only through a service",
        severity = Severity.MEDIUM,
        rows = {Row.C5, Row.X4},
        controls = {"NIST 800-53 AC-5", "NIST 800-53 SC-12", "PCI DSS 3.6.1", "SOC 2 CC6.3", "Security Hub KMS.2"},
        why = "With use handed to the account, every broad IAM policy in it can decrypt.",
        remedy =
                "Give the account the actions of administration alone, and the use only with kms:ViaService or to named roles.",
        snippet = "KeyUse.through(\"ecr\", settings)")
public final class KmsKeySeparatesUseFromAdministration implements ResourcePolicy {

    private static final Property DOCUMENT = Property.of(Keys.KEY, "policy");
    private static final List<String> USE =
            List.of("kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:CreateGrant");

    @Override
    public Set<String> types() {
        return Set.of(Keys.KEY);
    }

    @Override
    public Verdict check(Resource key) {
        return Documents.each(key.get(DOCUMENT), KmsKeySeparatesUseFromAdministration::judge);
    }

    private static Verdict judge(PolicyStatement statement) {
        boolean isForAll =
                statement.isForEverybody() || statement.principals().stream().anyMatch(PolicyPrincipal::isAccountRoot);
        if (!isForAll || statement.isBoundedBy("kms:ViaService")) {
            return Verdict.PASS;
        }
        return USE.stream()
                .filter(statement::allows)
                .map(action -> Verdict.fail("lets every principal with " + action + " in IAM use it directly"))
                .reduce(Verdict.PASS, Verdict::and);
    }
}
