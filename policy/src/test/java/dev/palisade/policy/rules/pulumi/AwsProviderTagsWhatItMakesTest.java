package dev.palisade.policy.rules.pulumi;

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
import java.util.Map;

class AwsProviderTagsWhatItMakesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new AwsProviderTagsWhatItMakes();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("tags", stack(provider())),
                passes(
                        "the same as structures",
                        stack(provider().set("defaultTags.tags", Map.of("Project", "p", "Stack", "s")))),
                fails("an empty text", stack(provider().set("defaultTags", "")), "defaultTags"),
                fails("no tags", stack(provider().unset("defaultTags")), "defaultTags"),
                fails("empty tags", stack(provider().set("defaultTags", "{\"tags\":{}}")), "defaultTags"),
                fails("tags that cannot be read", stack(provider().set("defaultTags", "{tags")), "defaultTags"),
                fails(
                        "tags that say nothing",
                        stack(provider().set("defaultTags", "{\"tags\":{\"Project\":\"\",\"Stack\":null}}")),
                        "defaultTags"),
                fails("the default provider", stack(resource("pulumi:providers:aws", "default_6_83_0")), "defaultTags"),
                fails(
                        "tags that it overlooks",
                        stack(provider().set("ignoreTags", "{\"keys\":[\"Stack\"]}")),
                        "ignoreTags"),
                unknown("tags are not known yet", stack(provider().unknown("defaultTags"))),
                notApplicable("no provider", stack()));
    }

    private static ResourceBuilder provider() {
        return resource("pulumi:providers:aws", "aws")
                .set("defaultTags", "{\"tags\":{\"Project\":\"palisade\",\"Stack\":\"test\"}}");
    }
}
