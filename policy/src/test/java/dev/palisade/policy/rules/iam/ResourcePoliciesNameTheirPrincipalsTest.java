package dev.palisade.policy.rules.iam;

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

class ResourcePoliciesNameTheirPrincipalsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ResourcePoliciesNameTheirPrincipals();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a role", stack(queue("{'AWS':'arn:aws:iam::111122223333:role/api'}"))),
                passes(
                        "a function for one rule",
                        stack(permission("events.amazonaws.com").set("sourceArn", "arn:x"))),
                fails(
                        "everybody, at an access point",
                        stack(
                                resource("aws:s3/accessPoint:AccessPoint", "p")
                                        .set(
                                                "policy",
                                                document(
                                                        "{'Effect':'Allow','Action':'s3:GetObject','Resource':'*','Principal':'*'}"))),
                        "every principal"),
                fails("everybody", stack(queue("'*'")), "every principal"),
                fails("a function for everybody", stack(permission("*").set("sourceArn", "arn:x")), "everybody"),
                fails("a function for any account", stack(permission("events.amazonaws.com")), "any account"),
                fails(
                        "events of everybody",
                        stack(resource("aws:cloudwatch/eventPermission:EventPermission", "e")
                                .set("principal", "*")),
                        "every account"),
                unknown(
                        "a document from outputs",
                        stack(resource("aws:sqs/queuePolicy:QueuePolicy", "q").unknown("policy"))),
                notApplicable("no documents", stack()));
    }

    private static ResourceBuilder queue(String principal) {
        return resource("aws:sqs/queuePolicy:QueuePolicy", "q")
                .set(
                        "policy",
                        document("{'Effect':'Allow','Action':'sqs:SendMessage','Resource':'*','Principal':" + principal
                                + "}"));
    }

    private static ResourceBuilder permission(String principal) {
        return resource("aws:lambda/permission:Permission", "p").set("principal", principal);
    }
}
