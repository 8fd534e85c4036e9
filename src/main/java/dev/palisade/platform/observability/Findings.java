package dev.palisade.platform.observability;

import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;

/** Sends what scanners and detectors find to the topic of alerts. */
final class Findings extends Room {

    private final StackSettings settings;
    private final Output<String> topicArn;

    Findings(StackSettings settings, Output<String> topicArn, ComponentResourceOptions options) {
        super("observability:Findings", "findings", options);
        this.settings = settings;
        this.topicArn = topicArn;
        forward("image-scan", "A pushed image has serious vulnerabilities", """
                {
                  "source": ["aws.ecr"],
                  "detail-type": ["ECR Image Scan"],
                  "detail": {"finding-severity-counts": {"CRITICAL": [{"exists": true}]}}
                }
                """);
        forward("inspector", "Inspector found a serious vulnerability in an image or on a node", """
                {
                  "source": ["aws.inspector2"],
                  "detail-type": ["Inspector2 Finding"],
                  "detail": {"severity": ["CRITICAL", "HIGH"], "status": ["ACTIVE"]}
                }
                """);
        forward("guardduty", "GuardDuty suspects an attack", """
                {
                  "source": ["aws.guardduty"],
                  "detail-type": ["GuardDuty Finding"],
                  "detail": {"severity": [{"numeric": [">=", 4]}]}
                }
                """);
        forward("certificate-expiry", "A certificate is about to expire", """
                {
                  "source": ["aws.acm"],
                  "detail-type": ["ACM Certificate Approaching Expiration"]
                }
                """);
        finished();
    }

    private void forward(String name, String description, String pattern) {
        var rule = new EventRule(
                name,
                EventRuleArgs.builder()
                        .name(settings.name() + "-" + name)
                        .description(description + ". Runbook: docs/runbooks.md#" + name)
                        .eventPattern(pattern)
                        .state("ENABLED")
                        .build(),
                inside());
        new EventTarget(
                name, EventTargetArgs.builder().rule(rule.name()).arn(topicArn).build(), inside());
    }
}
