package dev.palisade.policy.rules.storage;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class QueueIsEncryptedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new QueueIsEncrypted();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a queue", stack(resource("aws:sqs/queue:Queue", "q").set("sqsManagedSseEnabled", true))),
                passes(
                        "a queue with a key",
                        stack(resource("aws:sqs/queue:Queue", "q").set("kmsMasterKeyId", "alias/data"))),
                fails("a plain queue", stack(resource("aws:sqs/queue:Queue", "q")), "no key"),
                unknown(
                        "a setting from outputs",
                        stack(resource("aws:sqs/queue:Queue", "q").unknown("sqsManagedSseEnabled"))),
                notApplicable("none", stack()));
    }
}
