package dev.palisade.policy.rules.kms;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.PolicyDocument;
import dev.palisade.policy.graph.PolicyPrincipal;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.rules.iam.Documents;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The account's root stands for everybody of it: its statements are told apart by what each allows. */
@PolicyInfo(
        title = "Whoever a key's policy lets encrypt or decrypt cannot administer the key",
        severity = Severity.HIGH,
        rows = {Row.C5, Row.X3, Row.X4},
        controls = {"NIST 800-53 AC-5", "NIST 800-53 SC-12", "PCI DSS 3.6.1", "SOC 2 CC6.3", "Security Hub KMS.2"},
        why = "Who uses a key and may also change its policy, its grants or its deletion holds the data to ransom.",
        remedy = "Leave administration to the account's statement, and the users their cryptographic actions.",
        snippet = "KeyUse.byClusterRole(role.arn())")
public final class KmsKeyUsersDoNotAdministerIt implements ResourcePolicy {
    private static final Property DOCUMENT = Property.of(Keys.KEY, "policy");
    private static final List<String> USE =
            List.of("kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey", "kms:CreateGrant");

    /** All that is neither cryptography nor a look at the key. */
    private static final Pattern ADMINISTRATION = Pattern.compile(
            "(?i)kms:((put|schedule|cancel|enable|disable|update|delete|import|replicate|rotate|revoke|tag|untag)\\w*"
                    + "|create(alias|key)|[a-z]*[*?].*)");

    @Override
    public Set<String> types() {
        return Set.of(Keys.KEY);
    }

    @Override
    public Verdict check(Resource key) {
        return Documents.judge(key.get(DOCUMENT), KmsKeyUsersDoNotAdministerIt::judge);
    }

    private static Verdict judge(PolicyDocument.Parsed document) {
        Set<PolicyPrincipal> users = new HashSet<>();
        named(document, KmsKeyUsersDoNotAdministerIt::uses).forEach(users::add);
        Verdict verdict = named(document, KmsKeyUsersDoNotAdministerIt::administers)
                .map(principal -> Verdict.require(
                        Truth.of(!users.contains(principal)), principal.name() + " uses the key, and administers it"))
                .reduce(Verdict.PASS, Verdict::and);
        boolean both = document.statements().stream().anyMatch(statement -> uses(statement) && administers(statement));
        return verdict.and(Verdict.require(Truth.of(!both), "has a statement for use and administration in one"));
    }

    private static Stream<PolicyPrincipal> named(PolicyDocument.Parsed document, Predicate<PolicyStatement> which) {
        return document.statements().stream()
                .filter(which)
                .flatMap(statement -> statement.principals(principal -> !principal.isAccountRoot()));
    }

    private static boolean uses(PolicyStatement statement) {
        return USE.stream().anyMatch(statement::allows);
    }

    private static boolean administers(PolicyStatement statement) {
        return statement.allow()
                && (statement.notAction()
                        || statement.actions().stream()
                                .anyMatch(
                                        action -> ADMINISTRATION.matcher(action).matches()));
    }
}
