package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.function.Function;

@PolicyInfo(
        title = "GuardDuty watches the cluster's audit log and its nodes, Inspector the images",
        severity = Severity.HIGH,
        rows = {Row.X10, Row.C8},
        controls = {
            "CIS AWS 4.16",
            "CIS EKS 5.1.1",
            "NIST 800-53 SI-4",
            "NIST 800-53 RA-5",
            "PCI DSS 11.5.1",
            "HIPAA 164.308(a)(1)(ii)(D)",
            "SOC 2 CC7.2",
            "Security Hub GuardDuty.1",
            "Security Hub GuardDuty.5",
            "Security Hub GuardDuty.7",
            "Security Hub GuardDuty.8",
            "Security Hub GuardDuty.10"
        },
        why = "Stolen credentials and mined coins look like ordinary calls to every fixed rule.",
        remedy = "Enable the detector with EKS_AUDIT_LOGS and RUNTIME_MONITORING, and Inspector for ECR.",
        snippet = "DetectorFeatureArgs.builder().name(\"EKS_AUDIT_LOGS\").status(\"ENABLED\")")
public final class ThreatsAreDetected implements StackPolicy {

    private static final String DETECTOR = "aws:guardduty/detector:Detector";
    private static final String FEATURE = "aws:guardduty/detectorFeature:DetectorFeature";
    private static final String INSPECTOR = "aws:inspector2/enabler:Enabler";
    private static final Property ON = Property.of(DETECTOR, "enable");
    private static final Property DETECTOR_ID = Property.of(FEATURE, "detectorId");
    private static final Property FEATURE_NAME = Property.of(FEATURE, "name");
    private static final Property STATUS = Property.of(FEATURE, "status");
    private static final Property FREQUENCY = Property.of(DETECTOR, "findingPublishingFrequency");
    private static final Property MORE = Property.of(FEATURE, "additionalConfigurations");
    private static final Property MORE_NAME = Property.of(FEATURE, "additionalConfigurations[].name");
    private static final Property MORE_STATUS = Property.of(FEATURE, "additionalConfigurations[].status");
    private static final Property KINDS = Property.of(INSPECTOR, "resourceTypes");
    private static final Property ACCOUNTS = Property.of(INSPECTOR, "accountIds");

    @Override
    public Verdict check(Graph graph) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        if (!graph.ofType("aws:eks/cluster:Cluster").isEmpty()) {
            for (String feature : List.of("EKS_AUDIT_LOGS", "RUNTIME_MONITORING")) {
                verdict = verdict.and(Verdict.require(
                                detects(feature, graph),
                                "no enabled GuardDuty detector that reports within the hour has " + feature
                                        + " with all that it consists of"))
                        .and(leavesOn(feature, graph));
            }
            // On without a word, since GuardDuty itself is.
            verdict = verdict.and(leavesOn("S3_DATA_EVENTS", graph)).and(leavesOn("EBS_MALWARE_PROTECTION", graph));
        }
        if (!graph.ofType("aws:ecr/repository:Repository").isEmpty()) {
            verdict = verdict.and(Verdict.require(
                    any(graph.ofType(INSPECTOR), one -> scans(one, "ECR")),
                    "Inspector does not scan images: no enabler has ECR, for an account"));
        }
        if (!graph.ofType("aws:eks/nodeGroup:NodeGroup").isEmpty()) {
            verdict = verdict.and(Verdict.require(
                    any(graph.ofType(INSPECTOR), one -> scans(one, "EC2")),
                    "Inspector does not scan nodes: no enabler has EC2, for an account"));
        }
        return verdict;
    }

    private static Verdict leavesOn(String name, Graph graph) {
        return Verdict.require(
                any(graph.ofType(FEATURE), feature -> feature.get(FEATURE_NAME)
                                .is(name)
                                .and(feature.get(STATUS).is("DISABLED")))
                        .not(),
                "an entry switches " + name + " off");
    }

    private static Truth detects(String name, Graph graph) {
        return any(graph.ofType(FEATURE), feature -> feature.get(FEATURE_NAME)
                .is(name)
                .and(feature.get(STATUS).is("ENABLED"))
                .and(() -> graph.targets(feature, DETECTOR_ID, DETECTOR).any(detector -> detector.get(ON)
                        .is("false")
                        .not()
                        .and(detector.get(FREQUENCY).isOneOf("FIFTEEN_MINUTES", "ONE_HOUR"))))
                .and(() -> feature.get(MORE).all(more -> more.get(MORE_STATUS).is("ENABLED")))
                .and(() -> Truth.of(!"RUNTIME_MONITORING".equals(name))
                        .or(feature.get(MORE).any(more -> more.get(MORE_NAME)
                                .isOneOf("EKS_ADDON_MANAGEMENT", "EC2_AGENT_MANAGEMENT")))));
    }

    private static Truth scans(Resource enabler, String kind) {
        return enabler.get(KINDS)
                .any(one -> one.is(kind))
                .and(enabler.get(ACCOUNTS).any(account -> account.matches(id -> id.matches("\\d{12}"))));
    }

    private static Truth any(List<Resource> resources, Function<Resource, Truth> test) {
        return resources.stream().map(test).reduce(Truth.FALSE, Truth::or);
    }
}
