package dev.palisade.e2e.crosscheck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/** CloudFormation's names and shapes for what Pulumi's bridged AWS provider calls by its own. */
final class CloudFormationNames {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where a capital in front does not give CloudFormation's name. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("kmsMasterKeyId", "KMSMasterKeyID"),
            Map.entry("sseAlgorithm", "SSEAlgorithm"),
            Map.entry("okActions", "OKActions"),
            Map.entry("cloudwatchMetricsEnabled", "CloudWatchMetricsEnabled"),
            Map.entry("webAclArn", "WebACLArn"),
            Map.entry("cidrIpv4", "CidrIp"),
            Map.entry("cloudWatchLogsGroupArn", "CloudWatchLogsLogGroupArn"),
            Map.entry("enableLogging", "IsLogging"),
            Map.entry("assumeRolePolicy", "AssumeRolePolicyDocument"),
            Map.entry("applyServerSideEncryptionByDefault", "ServerSideEncryptionByDefault"),
            Map.entry("targetBucket", "DestinationBucketName"),
            Map.entry("targetPrefix", "LogFilePrefix"),
            Map.entry("topic", "TopicArn"),
            Map.entry("securityGroupId", "GroupId"));

    private CloudFormationNames() {}

    /** The properties of a resource of its own. */
    static ObjectNode properties(String type, JsonNode inputs) throws JsonProcessingException {
        ObjectNode all = (ObjectNode) pascal(inputs);
        all.remove("Tags");
        String kind = type.substring(type.lastIndexOf(':') + 1);
        switch (kind) {
            case "BucketV2" -> rename(all, "Bucket", "BucketName");
            case "BucketPolicy", "RolePolicy", "Policy", "TopicPolicy" -> {
                all.set("PolicyDocument", document(inputs, "policy"));
                wrap(all, "Role", "Roles");
                wrap(all, "Arn", "Topics");
                rename(all, "Name", "Policy".equals(kind) ? "ManagedPolicyName" : "PolicyName");
                all.remove("Policy");
            }
            case "Role" -> {
                all.set("AssumeRolePolicyDocument", document(inputs, "assumeRolePolicy"));
                rename(all, "Name", "RoleName");
            }
            case "Key" -> {
                all.set("KeyPolicy", document(inputs, "policy"));
                all.remove("Policy");
            }
            case "Topic" -> {
                rename(all, "KMSMasterKeyID", "KmsMasterKeyId");
                rename(all, "Name", "TopicName");
            }
            case "Trail" -> {
                rename(all, "KmsKeyId", "KMSKeyId");
                rename(all, "Name", "TrailName");
            }
            case "LogGroup" -> rename(all, "Name", "LogGroupName");
            case "MetricAlarm" -> {
                rename(all, "Name", "AlarmName");
                all.remove("Dimensions");
            }
            case "FlowLog" -> {
                rename(all, "VpcId", "ResourceId");
                all.put("ResourceType", "VPC");
            }
            case "LaunchTemplate" -> template(all);
            case "SecurityGroup" -> {
                rename(all, "Description", "GroupDescription");
                rename(all, "Name", "GroupName");
            }
            case "SecurityGroupIngressRule" -> rename(all, "ReferencedSecurityGroupId", "SourceSecurityGroupId");
            case "SecurityGroupEgressRule" -> rename(all, "ReferencedSecurityGroupId", "DestinationSecurityGroupId");
            case "Repository" -> rename(all, "Name", "RepositoryName");
            case "Cluster" -> cluster(all, inputs);
            case "Listener" -> actions(all);
            case "LoadBalancer" -> attributes(all, inputs);
            default -> {
                // The names alone differ.
            }
        }
        return all;
    }

    /** Adds what a resource says of a bucket or role to that. */
    static void part(String type, JsonNode inputs, ObjectNode whole) {
        ObjectNode part = (ObjectNode) pascal(inputs);
        part.remove("Bucket");
        switch (type.substring(type.lastIndexOf(':') + 1)) {
            case "BucketVersioningV2" ->
                whole.set("VersioningConfiguration", part.path("VersioningConfiguration"));
            case "BucketServerSideEncryptionConfigurationV2" ->
                whole.putObject("BucketEncryption").set("ServerSideEncryptionConfiguration", part.path("Rules"));
            case "BucketPublicAccessBlock" -> whole.set("PublicAccessBlockConfiguration", part);
            case "BucketLoggingV2" -> whole.set("LoggingConfiguration", part);
            case "BucketObjectLockConfigurationV2" -> {
                ObjectNode lock = whole.putObject("ObjectLockConfiguration").put("ObjectLockEnabled", "Enabled");
                lock.set("Rule", part.path("Rule"));
            }
            case "RolePolicyAttachment" ->
                ((ArrayNode) whole.withArray("ManagedPolicyArns")).add(part.path("PolicyArn"));
            default -> {
                // No rule reads it.
            }
        }
    }

    static ObjectNode networkAclEntry(ObjectNode rule) {
        rename(rule, "RuleNo", "RuleNumber");
        rename(rule, "Action", "RuleAction");
        ObjectNode ports = rule.putObject("PortRange");
        ports.set("From", rule.remove("FromPort"));
        ports.set("To", rule.remove("ToPort"));
        rule.put("Protocol", switch (rule.path("Protocol").asText()) {
            case "tcp" -> 6;
            case "udp" -> 17;
            default -> -1;
        });
        return rule;
    }

    /** Its rules compare conditions with texts alone, so that a list of one value is written as that. */
    private static JsonNode document(JsonNode inputs, String property) throws JsonProcessingException {
        JsonNode document = JSON.readTree(inputs.path(property).asText("{}"));
        for (JsonNode condition : document.findValues("Condition")) {
            for (JsonNode operator : condition) {
                operator.properties().forEach(each -> {
                    if (each.getValue().isArray() && each.getValue().size() == 1) {
                        each.setValue(each.getValue().get(0));
                    }
                });
            }
        }
        return document;
    }

    private static void template(ObjectNode all) {
        ObjectNode data = JSON.createObjectNode();
        for (String name : new String[] {"BlockDeviceMappings", "MetadataOptions", "Monitoring", "NetworkInterfaces"}) {
            if (all.has(name)) {
                data.set(name, all.get(name));
            }
        }
        JsonNode name = all.path("Name");
        all.removeAll();
        all.set("LaunchTemplateName", name);
        all.set("LaunchTemplateData", data);
    }

    private static void cluster(ObjectNode all, JsonNode inputs) {
        rename(all, "VpcConfig", "ResourcesVpcConfig");
        ArrayNode types = all.putObject("Logging").putObject("ClusterLogging").putArray("EnabledTypes");
        inputs.path("enabledClusterLogTypes").forEach(type -> types.addObject().set("Type", type));
        all.remove("EnabledClusterLogTypes");
        wrap(all, "EncryptionConfig", "EncryptionConfig");
    }

    private static void actions(ObjectNode all) {
        for (JsonNode action : all.path("DefaultActions")) {
            rename((ObjectNode) action, "Redirect", "RedirectConfig");
        }
        if (all.has("CertificateArn")) {
            all.putArray("Certificates").addObject().set("CertificateArn", all.remove("CertificateArn"));
        }
    }

    private static void attributes(ObjectNode all, JsonNode inputs) {
        ArrayNode attributes = JSON.createArrayNode();
        Map.of(
                        "access_logs.s3.enabled", "/accessLogs/enabled",
                        "access_logs.s3.bucket", "/accessLogs/bucket",
                        "deletion_protection.enabled", "/enableDeletionProtection",
                        "routing.http.drop_invalid_header_fields.enabled", "/dropInvalidHeaderFields",
                        "routing.http.desync_mitigation_mode", "/desyncMitigationMode")
                .forEach((key, pointer) -> {
                    if (!inputs.at(pointer).isMissingNode()) {
                        attributes.addObject().put("Key", key).put("Value", inputs.at(pointer).asText());
                    }
                });
        rename(all, "LoadBalancerType", "Type");
        all.put("Scheme", inputs.path("internal").asBoolean() ? "internal" : "internet-facing");
        all.retain("Name", "Type", "Scheme", "Subnets", "SecurityGroups", "IpAddressType");
        all.set("LoadBalancerAttributes", attributes);
    }

    private static void rename(ObjectNode properties, String from, String to) {
        if (properties.has(from)) {
            properties.set(to, properties.remove(from));
        }
    }

    private static void wrap(ObjectNode properties, String from, String to) {
        if (properties.has(from)) {
            JsonNode value = properties.remove(from);
            properties.putArray(to).add(value);
        }
    }

    private static JsonNode pascal(JsonNode value) {
        if (value instanceof ArrayNode array) {
            ArrayNode changed = JSON.createArrayNode();
            array.forEach(each -> changed.add(pascal(each)));
            return changed;
        }
        if (value instanceof ObjectNode object) {
            ObjectNode changed = JSON.createObjectNode();
            object.properties().forEach(each -> changed.set(name(each.getKey()), pascal(each.getValue())));
            return changed;
        }
        return value;
    }

    private static String name(String key) {
        String known = NAMES.get(key);
        return known != null ? known : key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
    }
}
