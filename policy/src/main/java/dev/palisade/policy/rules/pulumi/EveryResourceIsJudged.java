package dev.palisade.policy.rules.pulumi;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.regex.Pattern;

/** The pack proves a closed world: what its policies do not know is refused, not passed. */
@PolicyInfo(
        title = "Every resource is of a kind that the policies look into",
        severity = Severity.MEDIUM,
        rows = {Row.A1, Row.X1},
        controls = {"NIST 800-53 CM-7(5)", "NIST 800-53 CM-8", "PCI DSS 6.5.1", "SOC 2 CC8.1"},
        why = "A resource that no policy knows passes all of them, whatever it opens.",
        remedy = "Write the policy that judges it, or exempt the resource by name with the reason.",
        snippet =
                "@PolicyInfo(title = \"Queues are encrypted\") public final class QueueIsEncrypted implements ResourcePolicy")
public final class EveryResourceIsJudged implements StackPolicy {
    private static final Pattern PROVIDER = Pattern.compile("(aws|docker|eks|kubernetes|palisade|pulumi|random):.*");
    private static final Property TEMPLATE = Property.of("aws:cloudformation/stack:Stack", "templateBody");

    @Override
    public Verdict check(Graph graph) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Resource resource : graph.resources()) {
            if (!"pulumi:pulumi:Stack".equals(resource.type())) {
                verdict = verdict.and(judge(resource));
            }
        }
        return verdict;
    }

    private static Verdict judge(Resource resource) {
        if (resource.is(TEMPLATE.type())) {
            return resource.get(TEMPLATE).isUnknown()
                    ? Verdict.unknown("not known yet: what " + resource + " makes")
                    : Verdict.fail(resource + " makes resources that no policy looks into");
        }
        return isKnown(resource.type()) ? Verdict.PASS : Verdict.fail("no policy looks into " + resource);
    }

    private static boolean isKnown(String type) {
        return PROVIDER.matcher(type).matches() && (!type.startsWith("aws:") || KnownKinds.contain(type));
    }
}
