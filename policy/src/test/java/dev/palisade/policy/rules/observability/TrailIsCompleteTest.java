package dev.palisade.policy.rules.observability;

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

class TrailIsCompleteTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new TrailIsComplete();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "writes alone",
                        stack(resource("aws:cloudtrail/trail:Trail", "t")
                                .set("isMultiRegionTrail", true)
                                .set("enableLogFileValidation", true)
                                .set("kmsKeyId", "k")
                                .set("eventSelectors", List.of(Map.of("readWriteType", "WriteOnly")))),
                        "eventSelectors"),
                fails(
                        "all but reads",
                        stack(resource("aws:cloudtrail/trail:Trail", "t")
                                .set("isMultiRegionTrail", true)
                                .set("enableLogFileValidation", true)
                                .set("kmsKeyId", "k")
                                .set(
                                        "advancedEventSelectors",
                                        List.of(Map.of(
                                                "fieldSelectors",
                                                List.of(Map.of("field", "readOnly", "equals", List.of("false"))))))),
                        "advancedEventSelectors"),
                fails(
                        "objects alone",
                        stack(trail().set("advancedEventSelectors", List.of(category("Data")))),
                        "all management events"),
                passes(
                        "objects as well",
                        stack(trail().set(
                                        "advancedEventSelectors", List.of(category("Data"), category("Management"))))),
                passes("complete", stack(trail())),
                fails("one region", stack(trail().unset("isMultiRegionTrail")), "one region"),
                fails("not validated", stack(trail().set("enableLogFileValidation", false)), "forged"),
                fails("no key", stack(trail().unset("kmsKeyId")), "kmsKeyId"),
                fails("an empty key", stack(trail().set("kmsKeyId", "")), "kmsKeyId"),
                fails("a pattern for a key", stack(trail().set("kmsKeyId", "*")), "kmsKeyId"),
                fails("off", stack(trail().set("enableLogging", false)), "is off"),
                fails("without IAM", stack(trail().set("includeGlobalServiceEvents", false)), "leaves IAM out"),
                unknown("a region setting from outputs", stack(trail().unknown("isMultiRegionTrail"))),
                notApplicable("no trail", stack()));
    }

    private static Map<String, Object> category(String name) {
        return Map.of("fieldSelectors", List.of(Map.of("field", "eventCategory", "equals", List.of(name))));
    }

    private static ResourceBuilder trail() {
        return resource("aws:cloudtrail/trail:Trail", "t")
                .set("isMultiRegionTrail", true)
                .set("enableLogFileValidation", true)
                .set("kmsKeyId", "key");
    }
}
