package dev.palisade.platform.edge;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.wafv2.WebAcl;
import com.pulumi.aws.wafv2.WebAclArgs;
import com.pulumi.aws.wafv2.WebAclAssociation;
import com.pulumi.aws.wafv2.WebAclAssociationArgs;
import com.pulumi.aws.wafv2.WebAclLoggingConfiguration;
import com.pulumi.aws.wafv2.WebAclLoggingConfigurationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionAllowArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs;
import com.pulumi.aws.wafv2.inputs.WebAclVisibilityConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.kms.EncryptionKey;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;
import java.util.Map;

/** The web application firewall of the load balancer, and its log without credentials in it. */
public final class Waf extends Room {

    private static final List<String> REDACTED_HEADERS = List.of("authorization", "cookie");

    private final WebAcl acl;

    Waf(StackSettings settings, LoadBalancer loadBalancer, EncryptionKey logsKey, ComponentResourceOptions options) {
        super("edge:Waf", "waf", options);
        acl = new WebAcl(
                "service",
                WebAclArgs.builder()
                        .description("What may reach " + settings.edge().domainName())
                        .scope("REGIONAL")
                        .defaultAction(WebAclDefaultActionArgs.builder()
                                .allow(WebAclDefaultActionAllowArgs.builder().build())
                                .build())
                        .rules(WafRules.of(settings.edge()))
                        .visibilityConfig(WebAclVisibilityConfigArgs.builder()
                                .cloudwatchMetricsEnabled(true)
                                .metricName(settings.name())
                                .sampledRequestsEnabled(true)
                                .build())
                        .tags(Map.of("Name", settings.name() + "-service"))
                        .build(),
                inside());
        var group = new LogGroup(
                "waf",
                LogGroupArgs.builder()
                        // WAF writes to no group of another prefix.
                        .name("aws-waf-logs-" + settings.name())
                        .kmsKeyId(logsKey.arn())
                        .retentionInDays(settings.operations().logRetentionDays())
                        .build(),
                insideProtected(settings.operations().protectData()));
        new WebAclLoggingConfiguration(
                "service",
                WebAclLoggingConfigurationArgs.builder()
                        .resourceArn(acl.arn())
                        .logDestinationConfigs(group.arn().applyValue(List::of))
                        .redactedFields(
                                REDACTED_HEADERS.stream().map(Waf::redacted).toList())
                        .build(),
                inside());
        new WebAclAssociation(
                "service",
                WebAclAssociationArgs.builder()
                        .resourceArn(loadBalancer.arn())
                        .webAclArn(acl.arn())
                        .build(),
                inside(acl, loadBalancer));
        finished();
    }

    /** The ACL's name, a dimension of its metrics. */
    public Output<String> name() {
        return acl.name();
    }

    private static WebAclLoggingConfigurationRedactedFieldArgs redacted(String header) {
        return WebAclLoggingConfigurationRedactedFieldArgs.builder()
                .singleHeader(WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs.builder()
                        .name(header)
                        .build())
                .build();
    }
}
