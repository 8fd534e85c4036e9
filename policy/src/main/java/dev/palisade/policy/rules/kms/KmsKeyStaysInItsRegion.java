package dev.palisade.policy.rules.kms;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.PolicyPrincipal;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.rules.iam.Documents;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@PolicyInfo(
        title = "Keys stay in their region, and their material in KMS",
        severity = Severity.MEDIUM,
        rows = {Row.X3, Row.X4},
        controls = {"NIST 800-53 SC-12", "PCI DSS 3.6.1", "SOC 2 CC6.1", "GDPR 44"},
        why =
                "A multi-Region key can be copied to where no policy of this stack looks, and a key store of one's own can be switched off.",
        remedy = "Leave multiRegion and key stores out; make a key of its own in each region.",
        snippet = "KeyArgs.builder().multiRegion(false)")
public final class KmsKeyStaysInItsRegion implements ResourcePolicy {
    private static final String REPLICA = "aws:kms/replicaKey:ReplicaKey";
    private static final String STORE = "aws:kms/customKeyStore:CustomKeyStore";
    private static final Property EVERYWHERE = Property.of(Keys.KEY, "multiRegion");
    private static final Property ARN = Property.of(Keys.KEY, "arn");
    private static final Property DOCUMENT = Property.of(Keys.KEY, "policy");
    private static final Pattern REGIONAL =
            Pattern.compile("[a-z0-9-]+[.]([a-z]{2}(?:-[a-z]+){1,3}-\\d)[.]amazonaws[.].*");
    private static final Property OUTSIDE = Property.of(Keys.KEY, "xksKeyId");
    private static final Property STORED = Property.of(Keys.KEY, "customKeyStoreId");

    @Override
    public Set<String> types() {
        return Set.of(Keys.KEY, REPLICA, STORE);
    }

    @Override
    public Verdict check(Resource key) {
        return switch (key.type()) {
            case REPLICA -> Verdict.fail("is a copy of another region's key");
            case STORE -> Verdict.fail("keeps keys outside of KMS");
            default ->
                Verdict.require(key.get(EVERYWHERE).isTrue().not(), "may be copied to other regions: multiRegion")
                        .and(Verdict.require(
                                key.get(OUTSIDE)
                                        .isPresent()
                                        .or(key.get(STORED).isPresent())
                                        .not(),
                                "is kept outside of KMS: customKeyStoreId, xksKeyId"))
                        .and(Documents.each(key.get(DOCUMENT), statement -> elsewhere(statement, region(key))));
        };
    }

    private static String region(Resource key) {
        String[] segments = key.get(ARN).text().orElse("").split(":", 6);
        return segments.length == 6 ? segments[3] : "";
    }

    /** A service works with a key of its own region; while the key's is not known, each is its own. */
    private static Verdict elsewhere(PolicyStatement statement, String region) {
        return Stream.concat(
                        statement.principals(PolicyPrincipal::isService).map(PolicyPrincipal::name),
                        statement.conditionsOn("kms:ViaService").flatMap(condition -> condition.values().stream()))
                .map(REGIONAL::matcher)
                .filter(host -> host.matches() && !region.isEmpty() && !region.equals(host.group(1)))
                .map(host -> Verdict.fail("is for a service of another region: " + host.group()))
                .reduce(Verdict.PASS, Verdict::and);
    }
}
