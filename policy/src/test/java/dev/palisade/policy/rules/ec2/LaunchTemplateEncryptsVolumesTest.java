package dev.palisade.policy.rules.ec2;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class LaunchTemplateEncryptsVolumesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new LaunchTemplateEncryptsVolumes();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("encrypted", stack(key(), template(volume()))),
                passes(
                        "while the key is not known yet",
                        stack(
                                key(),
                                template(volume())
                                        .unknown("blockDeviceMappings", key())
                                        .set(
                                                "blockDeviceMappings",
                                                List.of(Map.of(
                                                        "deviceName",
                                                        "/dev/xvda",
                                                        "ebs",
                                                        with("kmsKeyId", UNKNOWN)))))),
                fails(
                        "plain",
                        stack(key(), template(Map.of("deviceName", "/dev/xvda", "ebs", with("encrypted", "false")))),
                        "/dev/xvda is not encrypted"),
                fails(
                        "of the old type",
                        stack(key(), template(Map.of("deviceName", "/dev/xvda", "ebs", with("volumeType", "gp2")))),
                        "gp3"),
                fails(
                        "left behind",
                        stack(
                                key(),
                                template(Map.of(
                                        "deviceName", "/dev/xvda", "ebs", with("deleteOnTermination", "false")))),
                        "outlives"),
                fails(
                        "a stranger's key",
                        stack(key(), template(Map.of("deviceName", "/dev/xvda", "ebs", with("kmsKeyId", "stranger")))),
                        "no key of this stack"),
                fails(
                        "AWS's key",
                        stack(template(Map.of(
                                "deviceName", "/dev/xvda", "ebs", Map.of("encrypted", "true", "volumeType", "gp3")))),
                        "no key"),
                fails(
                        "only the data volume",
                        stack(key(), template(Map.of("deviceName", "/dev/xvdb", "ebs", volume().get("ebs")))),
                        "/dev/xvda"),
                fails("no volumes", stack(resource("aws:ec2/launchTemplate:LaunchTemplate", "node")), "empty"),
                fails(
                        "Bottlerocket without its data volume",
                        stack(
                                key(),
                                template(volume()),
                                resource("aws:eks/nodeGroup:NodeGroup", "nodes")
                                        .set("amiType", "BOTTLEROCKET_x86_64")
                                        .set("launchTemplate.id", "node-id")),
                        "/dev/xvdb"),
                unknown(
                        "not known yet",
                        stack(resource("aws:ec2/launchTemplate:LaunchTemplate", "node")
                                .unknown("blockDeviceMappings"))),
                notApplicable("no template", stack()));
    }

    private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private static ResourceBuilder key() {
        return resource("aws:kms/key:Key", "volumes");
    }

    private static Map<String, Object> volume() {
        return Map.of("deviceName", "/dev/xvda", "ebs", with("volumeType", "gp3"));
    }

    private static Map<String, Object> with(String key, Object value) {
        Map<String, Object> ebs = new HashMap<>(Map.of(
                "encrypted", "true", "kmsKeyId", "volumes-id", "volumeType", "gp3", "deleteOnTermination", "true"));
        ebs.put(key, value);
        return ebs;
    }

    private static ResourceBuilder template(Map<String, Object> mapping) {
        return resource("aws:ec2/launchTemplate:LaunchTemplate", "node").set("blockDeviceMappings", List.of(mapping));
    }
}
