package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@PolicyInfo(
        title = "Nothing hides findings before somebody has seen them",
        severity = Severity.HIGH,
        rows = {Row.X10, Row.C8},
        controls = {"NIST 800-53 SI-4(5)", "NIST 800-53 RA-5", "PCI DSS 10.4.1", "PCI DSS 11.3.1", "SOC 2 CC7.2"},
        why = "A filter that archives, a trusted list or a control that is off is silence for whoever gets past it.",
        remedy = "Take the filter out; answer a finding where it is reported.",
        snippet = "FilterArgs.builder().action(\"NOOP\")")
public final class FindingsAreNotSuppressed implements ResourcePolicy {
    private static final Property FILTER = Property.of("aws:guardduty/filter:Filter", "action");
    private static final Property CONTROL =
            Property.of("aws:securityhub/standardsControl:StandardsControl", "controlStatus");
    private static final Set<String> HIDING = Set.of(
            "aws:accessanalyzer/archiveRule:ArchiveRule",
            "aws:guardduty/iPSet:IPSet",
            "aws:inspector2/filter:Filter",
            "aws:macie/findingsFilter:FindingsFilter",
            "aws:securityhub/automationRule:AutomationRule");
    private static final String DETECTOR = "aws:guardduty/detector:Detector";
    private static final List<Property> SOURCES = List.of(
            Property.of(DETECTOR, "datasources.kubernetes.auditLogs.enable"),
            Property.of(DETECTOR, "datasources.s3Logs.enable"));

    @Override
    public Set<String> types() {
        return Stream.concat(HIDING.stream(), Stream.of(FILTER.type(), CONTROL.type(), DETECTOR))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Verdict check(Resource resource) {
        if (resource.is(FILTER.type())) {
            return Verdict.require(resource.get(FILTER).is("NOOP"), "archives findings as they come: action");
        }
        if (resource.is(CONTROL.type())) {
            return Verdict.require(resource.get(CONTROL).is("ENABLED"), "switches a control off: controlStatus");
        }
        if (resource.is(DETECTOR)) {
            return SOURCES.stream()
                    .map(source ->
                            Verdict.require(resource.get(source).is("false").not(), "is blind: " + source))
                    .reduce(Verdict.PASS, Verdict::and);
        }
        return Verdict.fail("hides findings: " + resource.type());
    }
}
