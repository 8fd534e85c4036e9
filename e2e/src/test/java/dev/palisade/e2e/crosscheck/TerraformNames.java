package dev.palisade.e2e.crosscheck;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Terraform's names for what Pulumi's bridged AWS provider calls by its own. */
final class TerraformNames {
    /** Where the rule gives another name than Terraform's. */
    private static final Map<String, String> TYPES = Map.of(
            "aws:cloudtrail/trail:Trail", "aws_cloudtrail",
            "aws:iam/openIdConnectProvider:OpenIdConnectProvider", "aws_iam_openid_connect_provider",
            "aws:lb/loadBalancer:LoadBalancer", "aws_lb");

    /** The same of properties, with the type where only that has it so. */
    private static final Map<String, String> PROPERTIES = Map.of(
            "aws:cloudwatch/metricAlarm:MetricAlarm.name", "alarm_name",
            "aws:sns/topicSubscription:TopicSubscription.topic", "topic_arn",
            "aws:iam/openIdConnectProvider:OpenIdConnectProvider.clientIdLists", "client_id_list",
            "aws:route53/record:Record.aliases", "alias");

    /** What Terraform, too, calls by the module's name; the rest of the module goes without. */
    private static final Set<String> WITH_EC2 = Set.of(
            "SerialConsoleAccess", "InstanceMetadataDefaults", "ImageBlockPublicAccess", "SubnetCidrReservation");

    /** Repeated blocks whose name is a plural in Terraform as well; as is what ends with {@code ss}. */
    private static final Set<String> PLURALS =
            Set.of("block_device_mappings", "network_interfaces", "redacted_fields", "tag_specifications");

    private TerraformNames() {}

    /** {@code aws:kms/key:Key} is {@code aws_kms_key}. */
    static String type(String token) {
        String known = TYPES.get(token);
        if (known != null) {
            return known;
        }
        String[] parts = token.split("[:/]", -1);
        String name = parts[parts.length - 1].replaceAll("V2$", "");
        boolean isBare = "ec2".equals(parts[1]) && !WITH_EC2.contains(name);
        return "aws_" + (isBare ? "" : parts[1] + "_") + snake(name);
    }

    /** {@code cidrBlock} is {@code cidr_block}. */
    static String property(String token, String name) {
        return PROPERTIES.getOrDefault(token + "." + name, snake(name));
    }

    /** Pulumi names repeated blocks by the plural: {@code defaultActions} is {@code default_action}. */
    static String repeatedBlock(String token, String name) {
        String known = PROPERTIES.get(token + "." + name);
        if (known != null) {
            return known;
        }
        String plural = snake(name);
        return PLURALS.contains(plural) || !plural.endsWith("s") || plural.endsWith("ss")
                ? plural
                : plural.endsWith("ies")
                        ? plural.substring(0, plural.length() - 3) + "y"
                        : plural.substring(0, plural.length() - 1);
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
