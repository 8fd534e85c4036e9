package dev.palisade.policy.rules.observability;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.json;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class EventRuleFitsItsEventsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EventRuleFitsItsEvents();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("from a severity on", stack(rule("'aws.guardduty'", "'severity':[{'numeric':['>=',4]}]"))),
                passes(
                        "what has critical findings",
                        stack(rule("'aws.ecr'", "'finding-severity-counts':{'CRITICAL':[{'exists':true}]}"))),
                notApplicable(
                        "other events of the source",
                        stack(resource(Events.RULE, "r")
                                .set(
                                        "eventPattern",
                                        json("{'source':['aws.ecr'],'detail-type':['ECR Image Action']}")))),
                fails(
                        "a field that the event lacks",
                        stack(rule("'aws.guardduty'", "'color':['red']")),
                        "nothing serious"),
                fails(
                        "what has no critical findings",
                        stack(rule("'aws.ecr'", "'finding-severity-counts':{'CRITICAL':[{'exists':false}]}")),
                        "nothing serious"),
                fails(
                        "another region",
                        stack(
                                resource("pulumi:providers:aws", "aws").set("region", "eu-central-1"),
                                resource(Events.RULE, "r")
                                        .set("eventPattern", json("{'source':['aws.acm'],'region':['us-east-1']}"))),
                        "nothing serious"),
                fails(
                        "every finding",
                        stack(rule("'aws.guardduty'", "'severity':[{'numeric':['>=',0]}]")),
                        "every day"),
                unknown(
                        "a pattern from outputs",
                        stack(resource(Events.RULE, "r").unknown("eventPattern"))),
                notApplicable("a source that is not known", stack(rule("'aws.health'", "'service':['EC2']"))));
    }

    private static ResourceBuilder rule(String source, String detail) {
        return resource(Events.RULE, "r")
                .set("eventPattern", json("{'source':[" + source + "],'detail':{" + detail + "}}"));
    }
}
