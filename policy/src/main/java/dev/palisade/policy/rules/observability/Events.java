package dev.palisade.policy.rules.observability;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.JsonText;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;

/** EventBridge's rules: which events go where. */
final class Events {
    static final String RULE = "aws:cloudwatch/eventRule:EventRule";
    static final String TARGET = "aws:cloudwatch/eventTarget:EventTarget";
    static final Property PATTERN = Property.of(RULE, "eventPattern");
    static final Property STATE = Property.of(RULE, "state");
    static final Property ENABLED = Property.of(RULE, "isEnabled");
    static final Property TARGET_ARN = Property.of(TARGET, "arn");
    private static final Property TARGET_RULE = Property.of(TARGET, "rule");
    /** In place of the event: whoever hears it does not learn what happened. */
    private static final Property CONSTANT = Property.of(TARGET, "input");

    private static final Property PART = Property.of(TARGET, "inputPath");
    private static final Property TEMPLATE = Property.of(TARGET, "inputTransformer.inputTemplate");

    private Events() {}

    /** The pattern as an object; missing where it is no JSON object. */
    static Value pattern(Resource rule) {
        Value pattern = rule.get(PATTERN);
        if (pattern.text().isEmpty()) {
            return pattern;
        }
        return JsonText.read(pattern.text().get())
                .filter(read -> read.open() instanceof Value.Fields)
                .orElse(Value.missing());
    }

    static Truth isOn(Resource rule) {
        return rule.get(STATE)
                .matches("DISABLED"::equalsIgnoreCase)
                .not()
                .and(rule.get(ENABLED).is("false").not());
    }

    /** Whether the rule sends to a topic of the stack that somebody hears. */
    static Truth isHeard(Resource rule, Graph graph) {
        return graph.referrers(rule, TARGET_RULE).any(target -> tells(target)
                .and(() -> graph.targets(target, TARGET_ARN, Topics.TOPIC).any(topic -> Topics.isHeard(topic, graph))));
    }

    /** Whether the target passes on what happened: the event, its detail, or a text with parts of them in it. */
    private static Truth tells(Resource target) {
        Value part = target.get(PART);
        Value template = target.get(TEMPLATE);
        return target.get(CONSTANT)
                .isPresent()
                .not()
                .and(part.isPresent().not().or(() -> part.isOneOf("", "$", "$.detail")))
                .and(template.isPresent().not().or(() -> template.matches(text -> text.contains("<"))));
    }
}
