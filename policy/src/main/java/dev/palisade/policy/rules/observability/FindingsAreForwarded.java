package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;

@PolicyInfo(
        title = "What scanners and detectors find is sent to somebody",
        severity = Severity.HIGH,
        rows = {Row.X10, Row.C8},
        controls = {
            "NIST 800-53 RA-5",
            "NIST 800-53 SI-4(5)",
            "PCI DSS 11.3.1",
            "HIPAA 164.308(a)(6)",
            "SOC 2 CC7.1",
            "GDPR 33",
            "Security Hub ECR.1"
        },
        why = "A finding in a console is found by the attacker first.",
        remedy = "Make an EventBridge rule for each source and send it to the topic of alerts.",
        snippet = "new EventRule(\"inspector\", ...)")
public final class FindingsAreForwarded implements StackPolicy {

    private static final String DETECTOR = "aws:guardduty/detector:Detector";
    private static final String INSPECTOR = "aws:inspector2/enabler:Enabler";
    private static final String REPOSITORY = "aws:ecr/repository:Repository";

    @Override
    public Verdict check(Graph graph) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        if (!graph.ofType(REPOSITORY).isEmpty()) {
            verdict = verdict.and(Verdict.require(
                    isForwarded(graph.ofType(INSPECTOR).isEmpty() ? "aws.ecr" : "aws.inspector2", graph),
                    "nobody hears of what is found in images: no rule for aws.inspector2, or without it for aws.ecr"));
        }
        if (!graph.ofType(DETECTOR).isEmpty()) {
            verdict = verdict.and(Verdict.require(
                    isForwarded("aws.guardduty", graph), "nobody hears of GuardDuty: no rule for aws.guardduty"));
        }
        if (!graph.ofType("aws:acm/certificate:Certificate").isEmpty()) {
            verdict = verdict.and(Verdict.require(
                    isForwarded("aws.acm", graph), "nobody hears of certificates that expire: no rule for aws.acm"));
        }
        return verdict;
    }

    /** Each of the source's events by a rule, not necessarily by the same. */
    private static Truth isForwarded(String source, Graph graph) {
        Truth forwarded = Truth.TRUE;
        for (Value event : KnownEvents.serious(source, graph)) {
            Truth one = Truth.FALSE;
            for (Resource rule : graph.ofType(Events.RULE)) {
                Value pattern = Events.pattern(rule);
                Truth fits = pattern.isMissing() ? Truth.FALSE : new EventPattern(pattern).fits(event);
                one = one.or(fits.and(() -> Events.isOn(rule)).and(() -> Events.isHeard(rule, graph)));
            }
            forwarded = forwarded.and(one);
        }
        return forwarded;
    }
}
