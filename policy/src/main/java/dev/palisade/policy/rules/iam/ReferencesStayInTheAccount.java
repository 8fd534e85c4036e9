package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.rules.kms.Keys;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Its own accounts are those in the ARNs that AWS gave to the stack's roles and keys. */
@PolicyInfo(
        title = "No resource sends to, or takes from, another account",
        severity = Severity.HIGH,
        rows = {Row.X1, Row.C13},
        controls = {"NIST 800-53 AC-4", "NIST 800-53 AC-20", "PCI DSS 7.2.1", "SOC 2 CC6.6", "GDPR 44"},
        why = "What goes to another account, a log, a copy or a right, is out of reach for good.",
        remedy = "Name a resource of this account, or document the exception.",
        snippet = "TopicSubscriptionArgs.builder().topic(topic.arn())")
public final class ReferencesStayInTheAccount implements StackPolicy {
    private static final List<Property> OWN = List.of(Property.of(Roles.ROLE, "arn"), Property.of(Keys.KEY, "arn"));
    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:(\\d{12}):|(?:^|\")(\\d{12})(?:\"|$)");

    private static final int ACCOUNT_LENGTH = 12;

    @Override
    public Verdict check(Graph graph) {
        Set<String> own = new TreeSet<>();
        for (Property arn : OWN) {
            graph.ofType(arn.type())
                    .forEach(resource -> accounts(resource.outputs().field(arn.root()), own));
        }
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Resource resource : graph.resources()) {
            Set<String> named = new TreeSet<>();
            accounts(resource.inputs(), named);
            named.removeAll(own);
            for (String account : named) {
                verdict = verdict.and(
                        own.isEmpty()
                                ? Verdict.unknown("not known yet which account is its own")
                                : Verdict.fail(resource + " names something of the foreign account " + account));
            }
            if (named.isEmpty() && !own.isEmpty()) {
                verdict = verdict.and(Verdict.PASS);
            }
        }
        return verdict;
    }

    private static void accounts(Value value, Set<String> into) {
        Value open = value.open();
        if (open instanceof Value.Fields fields) {
            fields.values().values().forEach(field -> accounts(field, into));
        } else if (open instanceof Value.Items items) {
            items.values().forEach(item -> accounts(item, into));
        } else if (open instanceof Value.Text text && mayName(text.value())) {
            Matcher matcher = ARN.matcher(text.value());
            while (matcher.find()) {
                into.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            }
        }
    }

    /** Most texts are spared the pattern. */
    private static boolean mayName(String text) {
        return text.length() == ACCOUNT_LENGTH || text.contains("arn:") || text.indexOf('"') >= 0;
    }
}
