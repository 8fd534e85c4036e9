package dev.palisade.platform.observability;

import com.pulumi.aws.guardduty.Detector;
import com.pulumi.aws.guardduty.DetectorArgs;
import com.pulumi.aws.guardduty.DetectorFeature;
import com.pulumi.aws.guardduty.DetectorFeatureArgs;
import com.pulumi.aws.guardduty.inputs.DetectorFeatureAdditionalConfigurationArgs;
import com.pulumi.aws.inspector2.Enabler;
import com.pulumi.aws.inspector2.EnablerArgs;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;

/** GuardDuty over the cluster's audit log and the nodes' processes, Inspector over images and nodes. */
final class Detection extends Room {

    private static final String ENABLED = "ENABLED";

    Detection(StackSettings settings, ComponentResourceOptions options) {
        super("observability:Detection", "detection", options);
        var detector = new Detector(
                "account",
                DetectorArgs.builder()
                        .enable(true)
                        .findingPublishingFrequency("FIFTEEN_MINUTES")
                        .build(),
                inside());
        new DetectorFeature(
                "eks-audit-logs",
                DetectorFeatureArgs.builder()
                        .detectorId(detector.id())
                        .name("EKS_AUDIT_LOGS")
                        .status(ENABLED)
                        .build(),
                inside());
        new DetectorFeature(
                "runtime-monitoring",
                DetectorFeatureArgs.builder()
                        .detectorId(detector.id())
                        .name("RUNTIME_MONITORING")
                        .status(ENABLED)
                        .additionalConfigurations(DetectorFeatureAdditionalConfigurationArgs.builder()
                                .name("EKS_ADDON_MANAGEMENT")
                                .status(ENABLED)
                                .build())
                        .build(),
                inside());
        new Enabler(
                "account",
                EnablerArgs.builder()
                        .accountIds(settings.account().id())
                        .resourceTypes("ECR", "EC2")
                        .build(),
                inside());
        finished();
    }
}
