package dev.palisade.policy.rules.observability;

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
import java.util.regex.Pattern;

@PolicyInfo(
        title = "A CloudTrail trail covers all regions, is validated, encrypted and on",
        severity = Severity.HIGH,
        rows = {Row.X8},
        controls = {
            "CIS AWS 3.1",
            "CIS AWS 3.2",
            "CIS AWS 3.5",
            "NIST 800-53 AU-2",
            "NIST 800-53 AU-9",
            "PCI DSS 10.2.1",
            "PCI DSS 10.3.4",
            "HIPAA 164.312(b)",
            "SOC 2 CC7.2",
            "Security Hub CloudTrail.1",
            "Security Hub CloudTrail.2",
            "Security Hub CloudTrail.4"
        },
        why = "What an intruder does in a region that nobody uses is done unseen.",
        remedy = "Make it multi-region, with file validation and a key.",
        snippet = "TrailArgs.builder().isMultiRegionTrail(true).enableLogFileValidation(true).kmsKeyId(key.arn())")
public final class TrailIsComplete implements ResourcePolicy {

    static final String TRAIL = "aws:cloudtrail/trail:Trail";
    private static final Property REGIONS = Property.of(TRAIL, "isMultiRegionTrail");
    private static final Property VALIDATED = Property.of(TRAIL, "enableLogFileValidation");
    private static final Property KEY = Property.of(TRAIL, "kmsKeyId");
    private static final Pattern KEY_NAME = Pattern.compile("(arn:aws[\\w-]*:kms:.+|alias/.+|[\\w-]+)");
    private static final Property LOGGING = Property.of(TRAIL, "enableLogging");
    private static final Property GLOBAL = Property.of(TRAIL, "includeGlobalServiceEvents");

    private static final Property SELECTORS = Property.of(TRAIL, "eventSelectors");
    private static final Property MANAGEMENT = Property.of(TRAIL, "eventSelectors[].includeManagementEvents");
    private static final Property KIND = Property.of(TRAIL, "eventSelectors[].readWriteType");
    private static final Property EXCLUDED = Property.of(TRAIL, "eventSelectors[].excludeManagementEventSources");
    private static final Property FIELDS = Property.of(TRAIL, "advancedEventSelectors[].fieldSelectors[].field");
    private static final Property CATEGORIES = Property.of(TRAIL, "advancedEventSelectors[].fieldSelectors[].equals");

    @Override
    public Set<String> types() {
        return Set.of(TRAIL);
    }

    private static Truth isWhole(Value selector) {
        return selector.get(MANAGEMENT)
                .is("false")
                .not()
                .and(selector.get(KIND).isPresent().not().or(() -> selector.get(KIND)
                        .is("All")))
                .and(selector.get(EXCLUDED).hasItems().not());
    }

    /** Each selector has a list of its own. */
    private static Truth hasManagement(Value categories) {
        boolean named = categories.items().stream().anyMatch(one -> one.texts().contains("Management"));
        return Truth.of(named).or(categories.hasUnknown() ? Truth.UNKNOWN : Truth.FALSE);
    }

    @Override
    public Verdict check(Resource trail) {
        return Verdict.require(trail.get(REGIONS).isTrue(), "covers one region: isMultiRegionTrail is not true")
                .and(Verdict.require(
                        trail.get(VALIDATED).isTrue(), "can be forged: enableLogFileValidation is not true"))
                .and(Verdict.require(
                        trail.get(KEY).matches(key -> KEY_NAME.matcher(key).matches()),
                        "is not encrypted with a key: kmsKeyId names none"))
                .and(Verdict.require(trail.get(LOGGING).is("false").not(), "is off: enableLogging is false"))
                .and(Verdict.require(
                        trail.get(GLOBAL).is("false").not(), "leaves IAM out: includeGlobalServiceEvents is false"))
                .and(Verdict.require(
                        trail.get(SELECTORS).all(TrailIsComplete::isWhole), "leaves calls out: eventSelectors"))
                .and(Verdict.require(
                        trail.get(FIELDS)
                                .any(field -> field.isOneOf("readOnly", "eventSource", "eventName"))
                                .not(),
                        "leaves calls out: advancedEventSelectors"))
                .and(Verdict.require(
                        trail.get(FIELDS).hasItems().not().or(() -> hasManagement(trail.get(CATEGORIES))),
                        "leaves all management events out: no advancedEventSelectors with eventCategory Management"));
    }
}
