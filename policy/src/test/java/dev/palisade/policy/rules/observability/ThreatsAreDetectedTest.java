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

class ThreatsAreDetectedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ThreatsAreDetected();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "both features",
                        stack(CLUSTER, DETECTOR, feature("EKS_AUDIT_LOGS"), feature("RUNTIME_MONITORING"))),
                passes(
                        "images",
                        stack(
                                resource("aws:ecr/repository:Repository", "r"),
                                resource("aws:inspector2/enabler:Enabler", "i")
                                        .set("accountIds", List.of("111122223333"))
                                        .set("resourceTypes", List.of("EC2", "ECR")))),
                fails(
                        "images of no account",
                        stack(
                                resource("aws:ecr/repository:Repository", "r"),
                                resource("aws:inspector2/enabler:Enabler", "i")
                                        .set("accountIds", List.of())
                                        .set("resourceTypes", List.of("EC2", "ECR"))),
                        "for an account"),
                fails(
                        "an agent that is off",
                        stack(
                                CLUSTER,
                                DETECTOR,
                                feature("EKS_AUDIT_LOGS"),
                                feature("RUNTIME_MONITORING")
                                        .set(
                                                "additionalConfigurations",
                                                List.of(Map.of("name", "EKS_ADDON_MANAGEMENT", "status", "DISABLED")))),
                        "RUNTIME_MONITORING"),
                fails(
                        "no agent",
                        stack(
                                CLUSTER,
                                DETECTOR,
                                feature("EKS_AUDIT_LOGS"),
                                feature("RUNTIME_MONITORING").unset("additionalConfigurations")),
                        "RUNTIME_MONITORING"),
                fails(
                        "reports every six hours",
                        stack(
                                CLUSTER,
                                resource("aws:guardduty/detector:Detector", "d").set("enable", true),
                                feature("EKS_AUDIT_LOGS"),
                                feature("RUNTIME_MONITORING")),
                        "within the hour"),
                fails(
                        "nodes are not scanned",
                        stack(
                                resource("aws:eks/nodeGroup:NodeGroup", "n"),
                                resource("aws:inspector2/enabler:Enabler", "i")
                                        .set("accountIds", List.of("111122223333"))
                                        .set("resourceTypes", List.of("ECR"))),
                        "EC2"),
                fails(
                        "a feature that is on and off",
                        stack(
                                CLUSTER,
                                DETECTOR,
                                feature("EKS_AUDIT_LOGS"),
                                feature("RUNTIME_MONITORING"),
                                resource("aws:guardduty/detectorFeature:DetectorFeature", "off")
                                        .set("name", "EKS_AUDIT_LOGS")
                                        .set("status", "DISABLED")),
                        "switches EKS_AUDIT_LOGS off"),
                fails(
                        "buckets that are not watched",
                        stack(
                                CLUSTER,
                                DETECTOR,
                                feature("EKS_AUDIT_LOGS"),
                                feature("RUNTIME_MONITORING"),
                                feature("S3_DATA_EVENTS").set("status", "DISABLED")),
                        "switches S3_DATA_EVENTS off"),
                fails("no detector", stack(CLUSTER), "EKS_AUDIT_LOGS"),
                fails("one feature", stack(CLUSTER, DETECTOR, feature("EKS_AUDIT_LOGS")), "RUNTIME_MONITORING"),
                fails(
                        "a feature that is off",
                        stack(
                                CLUSTER,
                                DETECTOR,
                                feature("EKS_AUDIT_LOGS").set("status", "DISABLED"),
                                feature("RUNTIME_MONITORING")),
                        "EKS_AUDIT_LOGS"),
                fails(
                        "a detector that is off",
                        stack(
                                CLUSTER,
                                resource("aws:guardduty/detector:Detector", "d").set("enable", false),
                                feature("EKS_AUDIT_LOGS"),
                                feature("RUNTIME_MONITORING")),
                        "EKS_AUDIT_LOGS"),
                fails(
                        "images are not scanned",
                        stack(
                                resource("aws:ecr/repository:Repository", "r"),
                                resource("aws:inspector2/enabler:Enabler", "i")
                                        .set("accountIds", List.of("111122223333"))
                                        .set("resourceTypes", List.of("EC2"))),
                        "ECR"),
                unknown(
                        "a status from outputs",
                        stack(
                                CLUSTER,
                                DETECTOR,
                                feature("EKS_AUDIT_LOGS").unknown("status"),
                                feature("RUNTIME_MONITORING"))),
                notApplicable("nothing to watch", stack()));
    }

    private static final ResourceBuilder CLUSTER = resource("aws:eks/cluster:Cluster", "main");
    private static final ResourceBuilder DETECTOR = resource("aws:guardduty/detector:Detector", "d")
            .set("enable", true)
            .set("findingPublishingFrequency", "FIFTEEN_MINUTES");

    private static ResourceBuilder feature(String name) {
        return resource("aws:guardduty/detectorFeature:DetectorFeature", name)
                .refer("detectorId", DETECTOR)
                .set("name", name)
                .set("status", "ENABLED")
                .set("additionalConfigurations", List.of(Map.of("name", "EKS_ADDON_MANAGEMENT", "status", "ENABLED")));
    }
}
