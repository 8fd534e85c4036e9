package dev.palisade.policy.rules.pulumi;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;

/** A default provider, which takes what it finds in the environment, has no tags and fails. */
@PolicyInfo(
        title = "AWS providers tag what they make",
        severity = Severity.HIGH,
        rows = {Row.X1},
        controls = {"NIST 800-53 CM-8", "PCI DSS 12.5.1"},
        why = "What has no tags has no owner, and no right that goes by a tag reaches it.",
        remedy = "Give the provider defaultTags, at least two, and no ignoreTags.",
        snippet = "ProviderArgs.builder().defaultTags(ProviderDefaultTagsArgs.builder().tags(tags).build())")
public final class AwsProviderTagsWhatItMakes implements ResourcePolicy {
    private static final String PROVIDER = "pulumi:providers:aws";
    private static final Property IGNORED = Property.of(PROVIDER, "ignoreTags");
    private static final Property TAGS = Property.of(PROVIDER, "defaultTags");

    @Override
    public Set<String> types() {
        return Set.of(PROVIDER);
    }

    @Override
    public Verdict check(Resource provider) {
        return Verdict.require(
                        ProviderInputs.isGiven(ProviderInputs.read(provider, IGNORED))
                                .not(),
                        "overlooks changes of tags: ignoreTags")
                .and(Verdict.require(
                        isTagged(ProviderInputs.read(provider, TAGS)),
                        "does not say whose the resources are: defaultTags has fewer than two tags"));
    }

    private static Truth isTagged(Value defaults) {
        Value tags = defaults.open() instanceof Value.Fields ? defaults.field("tags") : defaults;
        if (tags.isUnknown() || tags.hasUnknown()) {
            return Truth.UNKNOWN;
        }
        long told = tags.fields().values().stream()
                .filter(tag -> tag.text().filter(text -> !text.isBlank()).isPresent())
                .count();
        return Truth.of(defaults.open() instanceof Value.Fields && told >= 2);
    }
}
