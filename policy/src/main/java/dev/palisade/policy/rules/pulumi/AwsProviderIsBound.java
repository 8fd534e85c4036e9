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

/** A default provider, which takes what it finds in the environment, is bound to nothing and fails. */
@PolicyInfo(
        title = "AWS providers are bound to an account and a region",
        severity = Severity.HIGH,
        rows = {Row.X1},
        controls = {"NIST 800-53 CM-2", "SOC 2 CC6.1", "SOC 2 CC8.1"},
        why = "A provider that takes any account changes whichever the shell is logged in to.",
        remedy = "Give the provider allowedAccountIds and a region.",
        snippet = "ProviderArgs.builder().region(region).allowedAccountIds(account)")
public final class AwsProviderIsBound implements ResourcePolicy {
    private static final String PROVIDER = "pulumi:providers:aws";
    private static final Property ACCOUNTS = Property.of(PROVIDER, "allowedAccountIds");
    private static final Property REGION = Property.of(PROVIDER, "region");

    @Override
    public Set<String> types() {
        return Set.of(PROVIDER);
    }

    @Override
    public Verdict check(Resource provider) {
        return Verdict.require(
                        areAccounts(ProviderInputs.read(provider, ACCOUNTS)), "works in any account: allowedAccountIds")
                .and(Verdict.require(
                        provider.get(REGION).matches(region -> region.matches("[a-z]{2}(-[a-z]+){1,3}-\\d")),
                        "works in the region of whoever runs it: region"));
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
}
