package dev.palisade.policy.rules.storage;

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

class EcrKeepsReleasesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EcrKeepsReleases();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("untagged images after two weeks", stack(rule("untagged", "sinceImagePushed", 14))),
                passes("the last thirty", stack(rule("any", "imageCountMoreThan", 30))),
                fails("the last one", stack(rule("any", "imageCountMoreThan", 1)), "may still run"),
                fails("tagged images after two weeks", stack(rule("tagged", "sinceImagePushed", 14)), "may still run"),
                fails("untagged images at once", stack(rule("untagged", "sinceImagePushed", 0)), "may still run"),
                fails("no JSON", stack(resource(LIFECYCLE, "l").set("policy", "{")), "no JSON"),
                unknown("a policy from outputs", stack(resource(LIFECYCLE, "l").unknown("policy"))),
                notApplicable("no lifecycle", stack()));
    }

    private static final String LIFECYCLE = "aws:ecr/lifecyclePolicy:LifecyclePolicy";

    private static ResourceBuilder rule(String status, String type, int count) {
        return resource(LIFECYCLE, "l")
                .set(
                        "policy",
                        json("{'rules':[{'selection':{'tagStatus':'%s','countType':'%s','countNumber':%d}}]}"
                                .formatted(status, type, count)));
    }
}
