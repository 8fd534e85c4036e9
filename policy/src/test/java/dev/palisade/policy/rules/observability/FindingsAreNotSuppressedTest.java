package dev.palisade.policy.rules.observability;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class FindingsAreNotSuppressedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new FindingsAreNotSuppressed();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a detector", stack(resource("aws:guardduty/detector:Detector", "d"))),
                passes(
                        "a filter for looking",
                        stack(resource("aws:guardduty/filter:Filter", "f").set("action", "NOOP"))),
                fails(
                        "a filter that archives",
                        stack(resource("aws:guardduty/filter:Filter", "f").set("action", "ARCHIVE")),
                        "action"),
                fails(
                        "a detector that does not look",
                        stack(resource("aws:guardduty/detector:Detector", "d")
                                .set("datasources.kubernetes.auditLogs.enable", false)),
                        "auditLogs"),
                fails(
                        "a control that is off",
                        stack(resource("aws:securityhub/standardsControl:StandardsControl", "c")
                                .set("controlStatus", "DISABLED")),
                        "controlStatus"),
                fails("an archive", stack(resource("aws:accessanalyzer/archiveRule:ArchiveRule", "a")), "hides"),
                unknown(
                        "not known yet",
                        stack(resource("aws:guardduty/filter:Filter", "f").unknown("action"))),
                notApplicable("no detector", stack()));
    }
}
