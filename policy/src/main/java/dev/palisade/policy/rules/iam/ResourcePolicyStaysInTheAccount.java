package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.rules.kms.Keys;
import java.util.Set;

/** The account is told by the resource's own ARN. */
@PolicyInfo(
        title = "Trust, key and topic policies name no other account",
        severity = Severity.HIGH,
        rows = {Row.X1, Row.C13},
        controls = {
            "NIST 800-53 AC-3",
            "NIST 800-53 AC-4",
            "PCI DSS 7.2.1",
            "SOC 2 CC6.1",
            "GDPR 32(1)(b)",
            "Security Hub SNS.4"
        },
        why = "Another account decides by itself which of its users come in.",
        remedy = "Name principals of this account, or document the exception.",
        snippet =
                "Statement.allow(\"Publish\").toService(\"events.amazonaws.com\").when(\"StringEquals\", \"aws:SourceAccount\", account)")
public final class ResourcePolicyStaysInTheAccount implements RelationPolicy {

    private static final String TOPIC_POLICY = "aws:sns/topicPolicy:TopicPolicy";
    private static final Property KEY_POLICY = Property.of(Keys.KEY, "policy");
    private static final Property KEY_ARN = Property.of(Keys.KEY, "arn");
    private static final Property TOPIC_DOCUMENT = Property.of(TOPIC_POLICY, "policy");
    private static final Property TOPIC_ARN = Property.of(TOPIC_POLICY, "arn");

    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE, Keys.KEY, TOPIC_POLICY);
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        Value document =
                switch (resource.type()) {
                    case Roles.ROLE -> Roles.trust(resource);
                    case Keys.KEY -> resource.get(KEY_POLICY);
                    default -> resource.get(TOPIC_DOCUMENT);
                };
        String own = account(resource);
        return Documents.each(document, statement -> judge(statement, own));
    }

    private static String account(Resource resource) {
        if (resource.is(Roles.ROLE)) {
            return Roles.account(resource);
        }
        String arn =
                resource.get(resource.is(Keys.KEY) ? KEY_ARN : TOPIC_ARN).text().orElse("");
        String[] segments = arn.split(":", 6);
        return segments.length == 6 ? segments[4] : "";
    }

    private static Verdict judge(PolicyStatement statement, String own) {
        if (!statement.allow()) {
            return Verdict.PASS;
        }
        return Deputies.accounts(statement).stream()
                .filter(account -> !account.equals(own))
                .map(account -> own.isEmpty()
                        ? Verdict.unknown("not known yet whether " + account + " is its own account")
                        : Verdict.fail("names the foreign account " + account))
                .reduce(Verdict.PASS, Verdict::and);
    }
}
