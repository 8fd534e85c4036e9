package dev.palisade.policy.rules.delivery;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.JsonText;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;

/** Two services report on images: ECR after its basic scan, Inspector whenever a new weakness becomes known. */
@PolicyInfo(
        title = "What the image scanners find raises an alarm",
        severity = Severity.MEDIUM,
        rows = {Row.C8, Row.X10},
        controls = {
            "NIST 800-53 RA-5",
            "NIST 800-53 SI-4",
            "CIS EKS 5.1.1",
            "PCI DSS 6.3.1",
            "PCI DSS 11.3.1",
            "SOC 2 CC7.1"
        },
        why =
                "A finding that nobody hears of is not fixed, and most weaknesses become known after the image was built.",
        remedy = "Add an EventBridge rule for aws.ecr or aws.inspector2 findings with an SNS topic as its target.",
        snippet = "EventRuleArgs.builder().eventPattern(pattern(\"aws.inspector2\", \"Inspector2 Finding\"))")
public final class ImageFindingsRaiseAlarm implements RelationPolicy {
    private static final String REPOSITORY = "aws:ecr/repository:Repository";
    private static final String RULE = "aws:cloudwatch/eventRule:EventRule";
    private static final String TARGET = "aws:cloudwatch/eventTarget:EventTarget";
    private static final String TOPIC = "aws:sns/topic:Topic";
    private static final Property PATTERN = Property.of(RULE, "eventPattern");
    private static final Property STATE = Property.of(RULE, "state");
    private static final Property TARGET_RULE = Property.of(TARGET, "rule");
    private static final Property TARGET_ARN = Property.of(TARGET, "arn");

    @Override
    public Set<String> types() {
        return Set.of(REPOSITORY);
    }

    @Override
    public Verdict check(Resource repository, Graph graph) {
        return Verdict.require(
                graph.view(Forwarding.class, Forwarding::of).exists(),
                "nobody hears of findings in its images: no enabled EventRule sends them to a topic");
    }

    private record Forwarding(Truth exists) {
        static Forwarding of(Graph graph) {
            Truth exists = Truth.FALSE;
            for (Resource rule : graph.ofType(RULE)) {
                exists = exists.or(() -> forwards(rule, graph));
            }
            return new Forwarding(exists);
        }
    }

    private static Truth forwards(Resource rule, Graph graph) {
        Value state = rule.get(STATE);
        return rule.get(PATTERN)
                .matches(ImageFindingsRaiseAlarm::isAboutImages)
                .and(state.isPresent().not().or(() -> state.matches(text -> text.startsWith("ENABLED"))))
                .and(() -> graph.referrers(rule, TARGET_RULE)
                        .any(target -> graph.targets(target, TARGET_ARN, TOPIC).exist()));
    }

    private static boolean isAboutImages(String pattern) {
        return JsonText.read(pattern)
                .filter(ImageFindingsRaiseAlarm::isAboutImages)
                .isPresent();
    }

    private static boolean isAboutImages(Value event) {
        return event.field("source").texts().stream()
                        .anyMatch(source -> Set.of("aws.ecr", "aws.inspector2").contains(source))
                && event.field("detail-type").texts().stream()
                        .anyMatch(type ->
                                Set.of("ECR Image Scan", "Inspector2 Finding").contains(type))
                && hearsOfTheWorst(event.field("detail"));
    }

    /** Whether findings of the severity CRITICAL get through the filter. */
    private static boolean hearsOfTheWorst(Value detail) {
        Value severity = detail.field("severity");
        Value counts = detail.field("finding-severity-counts");
        return (severity.isMissing() || severity.texts().contains("CRITICAL"))
                && (counts.isMissing() || counts.fields().containsKey("CRITICAL"));
    }
}
