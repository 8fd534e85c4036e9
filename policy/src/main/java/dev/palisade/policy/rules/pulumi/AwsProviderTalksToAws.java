package dev.palisade.policy.rules.pulumi;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "AWS providers talk to AWS itself, and check that they do",
        severity = Severity.HIGH,
        rows = {Row.X5},
        controls = {"NIST 800-53 SC-8(1)", "PCI DSS 4.2.1", "SOC 2 CC6.7"},
        why = "Who stands between the provider and AWS reads its requests, and answers what he likes.",
        remedy = "Leave endpoints, proxies and certificates as AWS's SDK has them, and its checks on.",
        snippet = "ProviderArgs.builder().region(region).allowedAccountIds(account) // without endpoints")
public final class AwsProviderTalksToAws implements ResourcePolicy {
    private static final String PROVIDER = "pulumi:providers:aws";
    private static final List<Property> SHORT_CUTS = List.of(
            Property.of(PROVIDER, "insecure"),
            Property.of(PROVIDER, "skipCredentialsValidation"),
            Property.of(PROVIDER, "skipRequestingAccountId"));
    private static final Property ENDPOINTS = Property.of(PROVIDER, "endpoints");
    private static final List<Property> DETOURS = List.of(
            Property.of(PROVIDER, "httpProxy"),
            Property.of(PROVIDER, "httpsProxy"),
            Property.of(PROVIDER, "customCaBundle"));

    @Override
    public Set<String> types() {
        return Set.of(PROVIDER);
    }

    @Override
    public Verdict check(Resource provider) {
        Verdict verdict = Verdict.require(
                ProviderInputs.isGiven(ProviderInputs.read(provider, ENDPOINTS)).not(),
                "talks to endpoints that are not AWS's: endpoints");
        for (Property shortCut : SHORT_CUTS) {
            verdict = verdict.and(Verdict.require(
                    ProviderInputs.isGiven(provider.get(shortCut)).not(),
                    "takes a short cut: " + shortCut + " is true"));
        }
        for (Property detour : DETOURS) {
            verdict = verdict.and(Verdict.require(
                    provider.get(detour)
                            .isPresent()
                            .and(() -> provider.get(detour).is("").not())
                            .not(),
                    "takes a way to AWS of whoever runs it: " + detour));
        }
        return verdict;
    }
}
