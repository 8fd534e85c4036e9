package dev.palisade.policy.rules.pulumi;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Setting;
import dev.palisade.policy.framework.SettingsPolicy;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Set;

/** AWS compares them letter by letter, and the provider does not look: the deployment stops half way. */
@PolicyInfo(
        title = "Where AWS offers a choice, the value is one of it",
        severity = Severity.LOW,
        rows = {Row.A1},
        controls = {"NIST 800-53 CM-2", "NIST 800-53 CM-6", "SOC 2 CC8.1"},
        why = "A value that AWS does not know fails while the platform is being changed, or falls back to a default.",
        remedy = "Take the value from AWS's documentation, letter by letter.",
        snippet = "KeyArgs.builder().keyUsage(\"ENCRYPT_DECRYPT\")")
public final class SettingsAreSpelledAsInAws implements SettingsPolicy {
    private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private static final String NODES = "aws:eks/nodeGroup:NodeGroup";
    private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
    private static final String TARGETS = "aws:lb/targetGroup:TargetGroup";
    private static final List<Setting> SETTINGS = List.of(
            choice(ALARM, "statistic", "SampleCount Average Sum Minimum Maximum"),
            choice(ALARM, "treatMissingData", "missing ignore breaching notBreaching"),
            choice(
                    ALARM,
                    "comparisonOperator",
                    "GreaterThanThreshold GreaterThanOrEqualToThreshold LessThanThreshold LessThanOrEqualToThreshold"
                            + " GreaterThanUpperThreshold LessThanLowerThreshold LessThanLowerOrGreaterThanUpperThreshold"),
            choice(
                    "aws:cloudwatch/eventRule:EventRule",
                    "state",
                    "ENABLED DISABLED ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"),
            choice(NODES, "capacityType", "ON_DEMAND SPOT CAPACITY_BLOCK"),
            choice("aws:eks/cluster:Cluster", "kubernetesNetworkConfig.ipFamily", "ipv4 ipv6"),
            choice("aws:eks/accessPolicyAssociation:AccessPolicyAssociation", "accessScope.type", "cluster namespace"),
            choice(TEMPLATE, "metadataOptions.httpEndpoint", "enabled disabled"),
            choice(TEMPLATE, "metadataOptions.instanceMetadataTags", "enabled disabled"),
            choice(
                    "aws:ec2/vpcEndpoint:VpcEndpoint",
                    "vpcEndpointType",
                    "Interface Gateway GatewayLoadBalancer Resource ServiceNetwork"),
            choice("aws:ec2/eip:Eip", "domain", "vpc"),
            choice(
                    "aws:acm/certificate:Certificate",
                    "keyAlgorithm",
                    "RSA_1024 RSA_2048 RSA_3072 RSA_4096 EC_prime256v1 EC_secp384r1 EC_secp521r1"),
            choice("aws:lb/loadBalancer:LoadBalancer", "ipAddressType", "ipv4 dualstack dualstack-without-public-ipv4"),
            choice(TARGETS, "protocolVersion", "HTTP1 HTTP2 GRPC"),
            choice(TARGETS, "healthCheck.protocol", "HTTP HTTPS TCP"),
            choice(
                    "aws:lb/listener:Listener",
                    "defaultActions[].type",
                    "forward redirect fixed-response authenticate-cognito authenticate-oidc"),
            choice(
                    "aws:route53/record:Record",
                    "type",
                    "A AAAA CAA CNAME DS HTTPS MX NAPTR NS PTR SOA SPF SRV SSHFP SVCB TLSA TXT"),
            choice("aws:budgets/budget:Budget", "notifications[].thresholdType", "PERCENTAGE ABSOLUTE_VALUE"));

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    /** One of these, or absent. */
    private static Setting choice(String type, String path, String words) {
        Set<String> values = Set.of(words.split(" "));
        return new Setting(
                Property.of(type, path),
                value ->
                        value.open() instanceof Value.Items ? value.all(one -> isOf(one, values)) : isOf(value, values),
                path + " is none of " + words.replace(" ", ", "));
    }

    private static Truth isOf(Value value, Set<String> values) {
        return value.isMissing() ? Truth.TRUE : value.matches(values::contains);
    }
}
