package dev.palisade.policy.rules.storage;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class EcrExpiresImagesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EcrExpiresImages();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a policy", stack(repository(), lifecycle("{\"rules\":[{\"action\":{\"type\":\"expire\"}}]}"))),
                fails("none", stack(repository()), "no lifecycle policy"),
                fails("an empty one", stack(repository(), lifecycle("{\"rules\":[]}")), "no lifecycle policy"),
                fails(
                        "another repository's",
                        stack(repository(), lifecycle("{}").set("repository", "other")),
                        "no lifecycle policy"),
                unknown("not known yet", stack(repository(), lifecycle("").unknown("policy"))),
                notApplicable("no repository", stack()));
    }

    private static ResourceBuilder repository() {
        return resource("aws:ecr/repository:Repository", "service");
    }

    private static ResourceBuilder lifecycle(String policy) {
        return resource("aws:ecr/lifecyclePolicy:LifecyclePolicy", "service")
                .refer("repository", repository())
                .set("policy", policy);
    }
}
