package dev.palisade.platform.observability;

import com.google.gson.Gson;
import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;
import java.util.Map;

/** Sends what scanners and detectors find to the topic of alerts. */
final class Findings extends Room {

    private final StackSettings settings;
    private final Output<String> topicArn;

    Findings(StackSettings settings, Output<String> topicArn, ComponentResourceOptions options) {
        super("observability:Findings", "findings", options);
        this.settings = settings;
        this.topicArn = topicArn;
        forward(
                "image-scan",
                "A pushed image has serious vulnerabilities",
                Map.of(
                        "source", List.of("aws.ecr"),
                        "detail-type", List.of("ECR Image Scan"),
                        "detail",
                                Map.of(
                                        "finding-severity-counts",
                                        Map.of("CRITICAL", List.of(Map.of("exists", true))))));
        forward(
                "inspector",
                "Inspector found a serious vulnerability in an image or on a node",
                Map.of(
                        "source", List.of("aws.inspector2"),
                        "detail-type", List.of("Inspector2 Finding"),
                        "detail", Map.of("severity", List.of("CRITICAL", "HIGH"), "status", List.of("ACTIVE"))));
        forward(
                "guardduty",
                "GuardDuty suspects an attack",
                Map.of(
                        "source", List.of("aws.guardduty"),
                        "detail-type", List.of("GuardDuty Finding"),
                        "detail", Map.of("severity", List.of(Map.of("numeric", List.of(">=", 4))))));
        forward(
                "certificate-expiry",
                "A certificate is about to expire",
                Map.of("source", List.of("aws.acm"), "detail-type", List.of("ACM Certificate Approaching Expiration")));
        finished();
    }

    private void forward(String name, String description, Map<String, Object> pattern) {
        var rule = new EventRule(
                name,
                EventRuleArgs.builder()
                        .name(settings.name() + "-" + name)
                        .description(description)
                        .eventPattern(new Gson().toJson(new java.util.TreeMap<>(pattern)))
                        .state("ENABLED")
                        .build(),
                inside());
        new EventTarget(
                name, EventTargetArgs.builder().rule(rule.name()).arn(topicArn).build(), inside());
    }
}
