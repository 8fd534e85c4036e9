package dev.palisade.policy.rules.kms;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Set;

/** Asymmetric and HMAC keys cannot rotate by themselves and are not judged. */
@PolicyInfo(
        title = "Symmetric KMS keys rotate every year",
        severity = Severity.MEDIUM,
        rows = {Row.C5, Row.X3, Row.X4},
        controls = {"CIS AWS 3.6", "NIST 800-53 SC-12", "PCI DSS 3.7.4", "Security Hub KMS.4"},
        why = "Without rotation one leaked key opens everything that it ever encrypted.",
        remedy = "Switch the yearly rotation on; old versions go on decrypting.",
        snippet = "KeyArgs.builder().enableKeyRotation(true)")
public final class KmsKeyRotates implements ResourcePolicy {
    private static final String KEY = "aws:kms/key:Key";
    private static final Property ROTATION = Property.of(KEY, "enableKeyRotation");
    private static final Property PERIOD = Property.of(KEY, "rotationPeriodInDays");
    private static final String EXTERNAL = "aws:kms/externalKey:ExternalKey";
    private static final Property USAGE = Property.of(KEY, "keyUsage");
    private static final Property SPEC = Property.of(KEY, "customerMasterKeySpec");

    @Override
    public Set<String> types() {
        return Set.of(KEY, EXTERNAL);
    }

    @Override
    public Verdict check(Resource key) {
        if (key.is(EXTERNAL)) {
            return Verdict.fail("never rotates: its material is imported");
        }
        Truth signs = key.get(USAGE).isOneOf("SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT");
        if (key.get(SPEC)
                        .isPresent()
                        .and(() -> key.get(SPEC).is("SYMMETRIC_DEFAULT").not())
                == Truth.TRUE) {
            return signs == Truth.FALSE || key.get(ROTATION).isTrue() == Truth.TRUE
                    ? Verdict.fail("encrypts with a kind of key that cannot rotate: customerMasterKeySpec")
                    : Verdict.NOT_APPLICABLE;
        }
        if (signs == Truth.TRUE) {
            return Verdict.fail("encrypts nothing: keyUsage is for signatures");
        }
        return Verdict.require(key.get(ROTATION).isTrue(), "does not rotate: enableKeyRotation is not true")
                .and(Verdict.require(
                        key.get(PERIOD).isPresent().not().or(() -> key.get(PERIOD)
                                .atMost(365)
                                .and(key.get(PERIOD).atLeast(90))),
                        "rotates less often than once a year, or never: rotationPeriodInDays is not 90 to 365"));
    }
}
