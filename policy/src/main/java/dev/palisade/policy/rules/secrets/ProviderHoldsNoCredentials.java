package dev.palisade.policy.rules.secrets;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;
import java.util.stream.Stream;

/** A default provider, which has no inputs of the program, is not judged. */
@PolicyInfo(
        title = "The AWS provider holds no credentials and is bound to one account",
        severity = Severity.HIGH,
        rows = {Row.C5},
        controls = {"CIS AWS 1.14", "NIST 800-53 IA-5(7)", "PCI DSS 8.6.2", "SOC 2 CC6.1"},
        why =
                "Keys in the program end up in the state; a provider without an account deploys to whatever the shell is logged in to.",
        remedy = "Take credentials from the environment and name the account.",
        snippet = "ProviderArgs.builder().region(region).allowedAccountIds(settings.account().id())")
public final class ProviderHoldsNoCredentials implements ResourcePolicy {

    private static final String PROVIDER = "pulumi:providers:aws";
    private static final Property ACCESS_KEY = Property.of(PROVIDER, "accessKey");
    private static final Property SECRET_KEY = Property.of(PROVIDER, "secretKey");
    private static final Property TOKEN = Property.of(PROVIDER, "token");
    private static final Property ACCOUNTS = Property.of(PROVIDER, "allowedAccountIds");
    private static final Property INSECURE = Property.of(PROVIDER, "insecure");

    @Override
    public Set<String> types() {
        return Set.of(PROVIDER);
    }

    @Override
    public Verdict check(Resource provider) {
        if (provider.inputs().values().isEmpty()) {
            return Verdict.NOT_APPLICABLE;
        }
        return Stream.of(ACCESS_KEY, SECRET_KEY, TOKEN)
                .map(property ->
                        Verdict.require(provider.get(property).isPresent().not(), "holds credentials: " + property))
                .reduce(Verdict.PASS, Verdict::and)
                .and(Verdict.require(provider.get(INSECURE).isTrue().not(), "does not check certificates: insecure"))
                .and(Verdict.require(
                        provider.get(ACCOUNTS).isPresent(), "works in any account: allowedAccountIds is not set"));
    }
}
