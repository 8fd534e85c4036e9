package dev.palisade.policy.testkit.mutation;

import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.graph.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Properties that a compliant resource leaves out, with the value that weakens it. */
final class WeakAdditions {
    private static final String POD = "spec.template.spec.";

    private static final Map<Property, Object> ADDITIONS = Map.ofEntries(
            add("aws:ec2/launchTemplate:LaunchTemplate", "keyName", "ops"),
            add(
                    "aws:ec2/launchTemplate:LaunchTemplate",
                    "userData",
                    "QVdTX1NFQ1JFVF9BQ0NFU1NfS0VZPWFiY2RlZmdoaWprbG1ub3A="),
            add("aws:ec2/securityGroup:SecurityGroup", "ingress", List.of(inbound("0.0.0.0/0"))),
            add("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "ingress", List.of(inbound("10.0.0.0/8"))),
            add(
                    "aws:ec2/routeTable:RouteTable",
                    "routes",
                    List.of(Map.of("cidrBlock", "0.0.0.0/0", "gatewayId", "igw-0123456789abcdef0"))),
            add("aws:ec2/subnet:Subnet", "assignIpv6AddressOnCreation", true),
            add("aws:ecr/repository:Repository", "forceDelete", true),
            add("aws:eks/accessEntry:AccessEntry", "kubernetesGroups", List.of("system:masters")),
            add("aws:eks/nodeGroup:NodeGroup", "remoteAccess", Map.of("ec2SshKey", "ops")),
            add("aws:eks/nodeGroup:NodeGroup", "forceUpdateVersion", true),
            add("aws:iam/role:Role", "managedPolicyArns", List.of("arn:aws:iam::aws:policy/AdministratorAccess")),
            add("aws:iam/role:Role", "maxSessionDuration", 43_200),
            add("aws:kms/key:Key", "isEnabled", false),
            add("aws:kms/key:Key", "bypassPolicyLockoutSafetyCheck", true),
            add("aws:lb/loadBalancer:LoadBalancer", "enableWafFailOpen", true),
            add("aws:lb/listener:Listener", "routingHttpResponseAccessControlAllowOriginHeaderValue", "*"),
            add("aws:s3/bucketV2:BucketV2", "acl", "public-read"),
            add(
                    "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
                    "loggingFilter",
                    Map.of("defaultBehavior", "DROP", "filters", List.of())),
            add("kubernetes:apps/v1:Deployment", POD + "shareProcessNamespace", true),
            add(
                    "kubernetes:apps/v1:Deployment",
                    POD + "containers[].securityContext.capabilities.add",
                    List.of("SYS_ADMIN")),
            add("kubernetes:apps/v1:Deployment", POD + "containers[].securityContext.procMount", "Unmasked"),
            add("kubernetes:apps/v1:Deployment", POD + "hostAliases", List.of(Map.of("ip", "elsewhere"))),
            add("kubernetes:apps/v1:Deployment", POD + "priorityClassName", "system-node-critical"),
            add(
                    "kubernetes:apps/v1:Deployment",
                    POD + "securityContext.sysctls",
                    List.of(Map.of("name", "kernel.msgmax"))),
            add(
                    "kubernetes:apps/v1:Deployment",
                    POD + "volumes",
                    List.of(Map.of("name", "host", "hostPath", Map.of("path", "/")))),
            add("kubernetes:core/v1:Service", "spec.externalIPs", List.of("elsewhere")),
            add("kubernetes:core/v1:Service", "spec.externalName", "example.org"),
            add("kubernetes:networking.k8s.io/v1:NetworkPolicy", "spec.ingress", List.of(Map.of())),
            add("kubernetes:networking.k8s.io/v1:NetworkPolicy", "spec.egress", List.of(Map.of())));

    private WeakAdditions() {}

    private static Map.Entry<Property, Object> add(String type, String path, Object value) {
        return Map.entry(Property.of(type, path), value);
    }

    private static Map<String, Object> inbound(String block) {
        return Map.of("protocol", "-1", "fromPort", 0, "toPort", 0, "cidrBlocks", List.of(block));
    }

    /** The additions to a resource, in the order of their paths. */
    static Map<Property, Value> of(Resource resource) {
        Map<Property, Value> additions = new LinkedHashMap<>();
        ADDITIONS.entrySet().stream()
                .filter(addition -> addition.getKey().type().equals(resource.type()))
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(Property::toString)))
                .forEach(addition -> additions.put(addition.getKey(), Values.ofJson(addition.getValue())));
        return additions;
    }
}
