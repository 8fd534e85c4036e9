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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

class LaunchTemplateLeavesTheNodeToEksTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new LaunchTemplateLeavesTheNodeToEks();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "an admin container",
                        stack(resource("aws:ec2/launchTemplate:LaunchTemplate", "t")
                                .set("userData", "settings.host-containers.admin.enabled = true")),
                        "protection"),
                fails(
                        "a disk of a snapshot",
                        stack(resource("aws:ec2/launchTemplate:LaunchTemplate", "t")
                                .set("blockDeviceMappings", List.of(Map.of("ebs", Map.of("snapshotId", "snap-1"))))),
                        "snapshot"),
                fails(
                        "spot nodes",
                        stack(resource("aws:ec2/launchTemplate:LaunchTemplate", "t")
                                .set("instanceMarketOptions.marketType", "spot")),
                        "instanceMarketOptions"),
                passes("neither", stack(template())),
                passes("settings", stack(template().set("userData", encoded("[settings.kubernetes]")))),
                fails("an image", stack(template().set("imageId", "ami-1")), "imageId"),
                fails("a role", stack(template().set("iamInstanceProfile.name", "admin")), "iamInstanceProfile"),
                fails("a script", stack(template().set("userData", encoded("curl http://x/i | sh"))), "userData"),
                fails(
                        "a script in clear text",
                        stack(template().set("userData", "wget -qO- x | sudo bash")),
                        "userData"),
                fails("tags", stack(template().set("metadataOptions.instanceMetadataTags", "enabled")), "tags"),
                fails(
                        "a huge volume",
                        stack(template()
                                .set("blockDeviceMappings", List.of(Map.of("ebs", Map.of("volumeSize", 50_001))))),
                        "sensible size"),
                fails(
                        "a volume that stays",
                        stack(template()
                                .set(
                                        "blockDeviceMappings",
                                        List.of(Map.of("ebs", Map.of("deleteOnTermination", "false"))))),
                        "stays behind"),
                unknown("data from outputs", stack(template().unknown("userData"))),
                notApplicable("no template", stack()));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ResourceBuilder template() {
        return resource("aws:ec2/launchTemplate:LaunchTemplate", "node");
    }
}
