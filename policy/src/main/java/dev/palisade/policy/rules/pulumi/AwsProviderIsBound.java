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
import java.util.List;
import java.util.Set;

/** A default provider, which takes what it finds in the environment, has none of this and fails. */
@PolicyInfo(
        title = "AWS providers hold no credentials, know their account, and tag what they make",
        severity = Severity.HIGH,
        rows = {Row.X1, Row.C5},
        controls = {"NIST 800-53 IA-5(7)", "NIST 800-53 CM-8", "PCI DSS 8.6.2", "PCI DSS 12.5.1", "SOC 2 CC6.1"},
        why =
                "Keys in a program are keys in its history; a provider that takes any account changes the wrong one; what has no tags has no owner.",
        remedy = "Let CI assume a role by OIDC, and give the provider allowedAccountIds and defaultTags.",
        snippet =
                "ProviderArgs.builder().allowedAccountIds(account).defaultTags(ProviderDefaultTagsArgs.builder().tags(tags).build())")
public final class AwsProviderIsBound implements ResourcePolicy {
    private static final String PROVIDER = "pulumi:providers:aws";
    private static final List<Property> CREDENTIALS = List.of(
            Property.of(PROVIDER, "accessKey"), Property.of(PROVIDER, "secretKey"), Property.of(PROVIDER, "token"));
    private static final List<Property> SHORT_CUTS = List.of(
            Property.of(PROVIDER, "insecure"),
            Property.of(PROVIDER, "skipCredentialsValidation"),
            Property.of(PROVIDER, "skipRequestingAccountId"));
    private static final Property ENDPOINTS = Property.of(PROVIDER, "endpoints");
    private static final Property ACCOUNTS = Property.of(PROVIDER, "allowedAccountIds");
    private static final List<Property> DETOURS = List.of(
            Property.of(PROVIDER, "profile"),
            Property.of(PROVIDER, "httpProxy"),
            Property.of(PROVIDER, "httpsProxy"),
            Property.of(PROVIDER, "customCaBundle"),
            Property.of(PROVIDER, "ec2MetadataServiceEndpoint"),
            Property.of(PROVIDER, "sharedConfigFiles"),
            Property.of(PROVIDER, "sharedCredentialsFiles"));
    private static final Property IGNORED = Property.of(PROVIDER, "ignoreTags");
    private static final Property REGION = Property.of(PROVIDER, "region");
    private static final Property TAGS = Property.of(PROVIDER, "defaultTags");

    @Override
    public Set<String> types() {
        return Set.of(PROVIDER);
    }

    @Override
    public Verdict check(Resource provider) {
        Verdict verdict = Verdict.PASS;
        for (Property credential : CREDENTIALS) {
            verdict = verdict.and(Verdict.require(
                    Truth.of(provider.get(credential).isMissing()), "holds credentials: " + credential));
        }
        for (Property shortCut : SHORT_CUTS) {
            verdict = verdict.and(Verdict.require(
                    isSaid(provider.get(shortCut)).not(), "takes a short cut: " + shortCut + " is true"));
        }
        return verdict.and(Verdict.require(
                        isSaid(ProviderInputs.read(provider, ENDPOINTS)).not(),
                        "talks to endpoints that are not AWS's: endpoints"))
                .and(
                        Verdict.require(
                                DETOURS.stream()
                                        .map(detour -> provider.get(detour)
                                                .isPresent()
                                                .and(() -> provider.get(detour)
                                                        .is("")
                                                        .not()))
                                        .reduce(Truth.FALSE, Truth::or)
                                        .not(),
                                "takes credentials or a way to AWS of whoever runs it: profile, proxies, custom files or certificates"))
                .and(Verdict.require(
                        isSaid(ProviderInputs.read(provider, IGNORED)).not(), "overlooks changes of tags: ignoreTags"))
                .and(Verdict.require(
                        areAccounts(ProviderInputs.read(provider, ACCOUNTS)),
                        "works in any account: allowedAccountIds"))
                .and(Verdict.require(
                        provider.get(REGION).matches(region -> region.matches("[a-z]{2}(-[a-z]+){1,3}-\\d")),
                        "works in the region of whoever runs it: region"))
                .and(Verdict.require(
                        isTagged(ProviderInputs.read(provider, TAGS)),
                        "does not say whose the resources are: defaultTags has fewer than two tags"));
    }

    /** Whether an option is given: neither absent nor false, and not an empty text, list or object. */
    private static Truth isSaid(Value value) {
        if (value.isUnknown()) {
            return Truth.UNKNOWN;
        }
        return Truth.of(value.text()
                .map(text -> !text.isEmpty() && !"false".equalsIgnoreCase(text))
                .orElse(!value.fields().isEmpty()
                        || (value.open() instanceof Value.Items
                                && !value.items().isEmpty())));
    }

    /** A list of another shape binds to nothing: AWS's provider refuses it, or reads it as none. */
    private static Truth areAccounts(Value accounts) {
        if (accounts.isUnknown()) {
            return Truth.UNKNOWN;
        }
        if (!(accounts.open() instanceof Value.Items list) || list.values().isEmpty()) {
            return Truth.FALSE;
        }
        return accounts.all(account -> account.isUnknown()
                ? Truth.UNKNOWN
                : Truth.of(account.text().filter(id -> id.matches("\\d{12}")).isPresent()));
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
