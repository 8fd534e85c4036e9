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

class EcrTagsAreImmutableTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EcrTagsAreImmutable();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a template of mutable ones",
                        stack(resource("aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate", "t")
                                .set("imageTagMutability", "MUTABLE")),
                        "IMMUTABLE"),
                passes("immutable", stack(repository().set("imageTagMutability", "IMMUTABLE"))),
                fails("mutable", stack(repository().set("imageTagMutability", "MUTABLE")), "IMMUTABLE"),
                fails("by default", stack(repository()), "IMMUTABLE"),
                unknown("not known yet", stack(repository().unknown("imageTagMutability"))),
                notApplicable("no repository", stack()));
    }

    private static ResourceBuilder repository() {
        return resource("aws:ecr/repository:Repository", "service");
    }
}
