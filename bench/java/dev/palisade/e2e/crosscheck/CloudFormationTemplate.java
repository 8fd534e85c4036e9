package dev.palisade.e2e.crosscheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The AWS resources whose types a rule of cdk-nag's packs reads, as a template of CloudFormation. */
final class CloudFormationTemplate {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("aws:cloudtrail/trail:Trail", "AWS::CloudTrail::Trail"),
            Map.entry("aws:cloudwatch/logGroup:LogGroup", "AWS::Logs::LogGroup"),
            Map.entry("aws:cloudwatch/metricAlarm:MetricAlarm", "AWS::CloudWatch::Alarm"),
            Map.entry("aws:ec2/flowLog:FlowLog", "AWS::EC2::FlowLog"),
            Map.entry("aws:ec2/launchTemplate:LaunchTemplate", "AWS::EC2::LaunchTemplate"),
            Map.entry("aws:ec2/networkAcl:NetworkAcl", "AWS::EC2::NetworkAcl"),
            Map.entry("aws:ec2/route:Route", "AWS::EC2::Route"),
            Map.entry("aws:ec2/securityGroup:SecurityGroup", "AWS::EC2::SecurityGroup"),
            Map.entry("aws:ec2/subnet:Subnet", "AWS::EC2::Subnet"),
            Map.entry("aws:ec2/vpc:Vpc", "AWS::EC2::VPC"),
            Map.entry("aws:ecr/repository:Repository", "AWS::ECR::Repository"),
            Map.entry("aws:eks/cluster:Cluster", "AWS::EKS::Cluster"),
            Map.entry("aws:iam/policy:Policy", "AWS::IAM::ManagedPolicy"),
            Map.entry("aws:iam/role:Role", "AWS::IAM::Role"),
            Map.entry("aws:iam/rolePolicy:RolePolicy", "AWS::IAM::Policy"),
            Map.entry("aws:kms/key:Key", "AWS::KMS::Key"),
            Map.entry("aws:lb/listener:Listener", "AWS::ElasticLoadBalancingV2::Listener"),
            Map.entry("aws:lb/loadBalancer:LoadBalancer", "AWS::ElasticLoadBalancingV2::LoadBalancer"),
            Map.entry("aws:s3/bucketPolicy:BucketPolicy", "AWS::S3::BucketPolicy"),
            Map.entry("aws:s3/bucketV2:BucketV2", "AWS::S3::Bucket"),
            Map.entry("aws:secretsmanager/secret:Secret", "AWS::SecretsManager::Secret"),
            Map.entry("aws:sns/topic:Topic", "AWS::SNS::Topic"),
            Map.entry("aws:sns/topicPolicy:TopicPolicy", "AWS::SNS::TopicPolicy"),
            Map.entry("aws:sns/topicSubscription:TopicSubscription", "AWS::SNS::Subscription"),
            Map.entry("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "AWS::EC2::SecurityGroupEgress"),
            Map.entry("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "AWS::EC2::SecurityGroupIngress"),
            Map.entry("aws:wafv2/webAcl:WebAcl", "AWS::WAFv2::WebACL"),
            Map.entry("aws:wafv2/webAclAssociation:WebAclAssociation", "AWS::WAFv2::WebACLAssociation"),
            Map.entry(
                    "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
                    "AWS::WAFv2::LoggingConfiguration"));

    private final Export export;
    /** By id, ARN and name: the template's own reference. */
    private final Map<String, JsonNode> references = new HashMap<>();

    private final Map<String, ObjectNode> resources = new LinkedHashMap<>();

    private CloudFormationTemplate(Export export) {
        this.export = export;
    }

    static String of(Export export) throws IOException {
        var template = new CloudFormationTemplate(export);
        template.render();
        ObjectNode root = JSON.createObjectNode();
        ObjectNode all = root.putObject("Resources");
        template.resources.forEach(all::set);
        return root.toString();
    }

    private void render() throws IOException {
        var own = export.resources("aws:").stream()
                .filter(each -> TYPES.containsKey(type(each)))
                .toList();
        own.forEach(this::name);
        for (JsonNode resource : own) {
            ObjectNode properties = CloudFormationNames.properties(type(resource), Export.inputs(resource));
            if (type(resource).contains(":NetworkAcl")) {
                entries(resource, properties);
            }
            put(logicalId(resource), TYPES.get(type(resource)), properties);
        }
        parts();
    }

    private void name(JsonNode resource) {
        JsonNode reference = JSON.createObjectNode().put("Ref", logicalId(resource));
        for (String name : List.of(
                resource.path("id").asText(), resource.at("/outputs/arn").asText())) {
            references.putIfAbsent(name, reference);
        }
    }

    private void put(String id, String type, ObjectNode properties) {
        ObjectNode resource = JSON.createObjectNode().put("Type", type);
        resource.set("Properties", referring(properties));
        resources.put(id, resource);
    }

    /** What CloudFormation has within a bucket, role or the like, and Pulumi as resources of their own. */
    private void parts() {
        for (JsonNode resource : export.resources("aws:")) {
            JsonNode inputs = Export.inputs(resource);
            for (String owner : List.of("bucket", "role")) {
                ObjectNode whole = resources.get(
                        references.getOrDefault(inputs.path(owner).asText(), inputs).path("Ref").asText());
                if (whole != null && !TYPES.containsKey(type(resource))) {
                    CloudFormationNames.part(type(resource), inputs, (ObjectNode) whole.path("Properties"));
                }
            }
        }
    }

    private void entries(JsonNode acl, ObjectNode properties) {
        for (String direction : List.of("Ingress", "Egress")) {
            JsonNode rules = properties.path(direction);
            properties.remove(direction);
            for (int i = 0; i < rules.size(); i++) {
                ObjectNode entry = CloudFormationNames.networkAclEntry((ObjectNode) rules.get(i));
                entry.put("Egress", "Egress".equals(direction));
                entry.set("NetworkAclId", JSON.createObjectNode().put("Ref", logicalId(acl)));
                put(logicalId(acl) + direction + i, "AWS::EC2::NetworkAclEntry", entry);
            }
        }
    }

    private JsonNode referring(JsonNode value) {
        if (value.isTextual()) {
            return references.getOrDefault(value.asText(), value);
        }
        if (value instanceof ArrayNode array) {
            ArrayNode changed = JSON.createArrayNode();
            array.forEach(each -> changed.add(referring(each)));
            return changed;
        }
        if (value instanceof ObjectNode object) {
            ObjectNode changed = JSON.createObjectNode();
            // Within documents and names, what is written there is what rules look at.
            object.properties()
                    .forEach(each -> changed.set(
                            each.getKey(),
                            each.getKey().matches(".*(Document|KeyPolicy|Name)")
                                    ? each.getValue()
                                    : referring(each.getValue())));
            return changed;
        }
        return value;
    }

    private static String type(JsonNode resource) {
        return resource.path("type").asText();
    }

    private static String logicalId(JsonNode resource) {
        String type = type(resource);
        return (type.substring(type.lastIndexOf(':') + 1) + Export.name(resource)).replaceAll("[^A-Za-z0-9]", "");
    }
}
