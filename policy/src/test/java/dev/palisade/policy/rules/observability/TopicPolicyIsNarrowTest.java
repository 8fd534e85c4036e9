package dev.palisade.policy.rules.observability;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.document;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class TopicPolicyIsNarrowTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new TopicPolicyIsNarrow();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("services of the account over TLS", stack(TOPIC, policy(SERVICES, TLS))),
                fails("no policy", stack(TOPIC), "no topic policy"),
                fails("plain text", stack(TOPIC, policy(SERVICES)), "without TLS"),
                fails(
                        "everybody",
                        stack(
                                TOPIC,
                                policy(
                                        TLS,
                                        "{'Effect':'Allow','Principal':'*','Action':'sns:Publish','Resource':'*'}")),
                        "every principal"),
                fails(
                        "services for any account",
                        stack(
                                TOPIC,
                                policy(
                                        TLS,
                                        "{'Effect':'Allow','Principal':{'Service':'events.amazonaws.com'},'Action':'sns:Publish','Resource':'*'}")),
                        "for any account"),
                fails(
                        "every action",
                        stack(
                                TOPIC,
                                policy(
                                        TLS,
                                        "{'Effect':'Allow','Principal':{'AWS':'111122223333'},'Action':'sns:*','Resource':'*'}")),
                        "more than sns:Publish"),
                fails(
                        "a denial that does not bite",
                        stack(
                                TOPIC,
                                policy(
                                        SERVICES,
                                        "{'Effect':'Deny','Principal':'*','Action':'sns:Publish','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'true'}}}")),
                        "without TLS"),
                fails(
                        "in the topic itself",
                        stack(resource(Topics.TOPIC, "alerts").set("policy", "{}")),
                        "no statement"),
                unknown(
                        "a document from outputs",
                        stack(
                                TOPIC,
                                resource(Topics.POLICY, "alerts")
                                        .refer("arn", TOPIC)
                                        .unknown("policy"))),
                notApplicable("no topic", stack()));
    }

    private static final ResourceBuilder TOPIC = resource(Topics.TOPIC, "alerts");
    private static final String SERVICES =
            "{'Effect':'Allow','Principal':{'Service':['cloudwatch.amazonaws.com']},'Action':'sns:Publish','Resource':'*','Condition':{'StringEquals':{'aws:SourceAccount':'111122223333'}}}";
    private static final String TLS =
            "{'Effect':'Deny','Principal':{'AWS':'*'},'Action':'sns:Publish','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'false'}}}";

    private static ResourceBuilder policy(String... statements) {
        return resource(Topics.POLICY, "alerts").refer("arn", TOPIC).set("policy", document(statements));
    }
}
