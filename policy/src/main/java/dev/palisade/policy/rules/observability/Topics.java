package dev.palisade.policy.rules.observability;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;

/** SNS topics, and who hears of what is published to them. */
final class Topics {
    static final String TOPIC = "aws:sns/topic:Topic";
    static final String SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
    static final String POLICY = "aws:sns/topicPolicy:TopicPolicy";
    static final Property PROTOCOL = Property.of(SUBSCRIPTION, "protocol");
    static final Property ENDPOINT = Property.of(SUBSCRIPTION, "endpoint");
    static final Property POLICY_TOPIC = Property.of(POLICY, "arn");
    static final Property POLICY_DOCUMENT = Property.of(POLICY, "policy");
    /** What a filter drops nobody hears of. */
    private static final Property FILTER = Property.of(SUBSCRIPTION, "filterPolicy");

    private static final Property SUBSCRIBED = Property.of(SUBSCRIPTION, "topic");

    private Topics() {}

    /** Whether somebody is subscribed, so that a message arrives anywhere. */
    static Truth isHeard(Resource topic, Graph graph) {
        return graph.referrers(topic, SUBSCRIBED).any(subscription -> subscription
                .get(ENDPOINT)
                .isPresent()
                .and(subscription.get(FILTER).isPresent().not()));
    }
}
