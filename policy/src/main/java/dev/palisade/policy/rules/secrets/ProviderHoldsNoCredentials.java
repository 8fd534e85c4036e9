package dev.palisade.policy.rules.secrets;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.Set;

/** A default provider, which has no inputs of the program, is not judged. */
@PolicyInfo(
        title = "The AWS provider holds no credentials, and names nobody's",
        severity = Severity.HIGH,
        rows = {Row.C5, Row.X1},
        controls = {"CIS AWS 1.14", "NIST 800-53 IA-5(7)", "PCI DSS 8.6.2", "SOC 2 CC6.1"},
        why = "Keys in the program end up in the state; a profile is whoever's the machine has under that name.",
        remedy = "Take credentials from the environment, where CI assumes a role by OIDC.",
        snippet = "ProviderArgs.builder().region(region).allowedAccountIds(settings.account().id())")
public final class ProviderHoldsNoCredentials implements ResourcePolicy {

    private static final String PROVIDER = "pulumi:providers:aws";
    private static final List<Property> CREDENTIALS = List.of(
            Property.of(PROVIDER, "accessKey"), Property.of(PROVIDER, "secretKey"), Property.of(PROVIDER, "token"));
    private static final List<Property> BORROWED = List.of(
            Property.of(PROVIDER, "profile"),
            Property.of(PROVIDER, "ec2MetadataServiceEndpoint"),
            Property.of(PROVIDER, "sharedConfigFiles"),
            Property.of(PROVIDER, "sharedCredentialsFiles"));

    @Override
    public Set<String> types() {
        return Set.of(PROVIDER);
    }

    @Override
    public Verdict check(Resource provider) {
        if (provider.inputs().values().isEmpty()) {
            return Verdict.NOT_APPLICABLE;
        }
        Verdict verdict = Verdict.PASS;
        for (Property credential : CREDENTIALS) {
            verdict = verdict.and(Verdict.require(
                    Truth.of(provider.get(credential).isMissing()), "holds credentials: " + credential));
        }
        for (Property borrowed : BORROWED) {
            verdict = verdict.and(Verdict.require(
                    provider.get(borrowed)
                            .isPresent()
                            .and(() -> provider.get(borrowed).is("").not())
                            .not(),
                    "takes credentials of whoever runs it: " + borrowed));
        }
        return verdict;
    }
}
