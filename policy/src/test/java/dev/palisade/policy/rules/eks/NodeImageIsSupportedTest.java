package dev.palisade.policy.rules.eks;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class NodeImageIsSupportedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NodeImageIsSupported();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("Bottlerocket", stack(group().set("amiType", "BOTTLEROCKET_ARM_64"))),
                passes("Amazon Linux 2023", stack(group().set("amiType", "AL2023_x86_64_STANDARD"))),
                fails("Amazon Linux 2", stack(group().set("amiType", "AL2_x86_64")), "amiType"),
                fails("a custom image", stack(group().set("amiType", "CUSTOM")), "amiType"),
                fails("none", stack(group()), "amiType"),
                passes(
                        "instances of the image's processor",
                        stack(group().set("amiType", "BOTTLEROCKET_ARM_64")
                                .set("instanceTypes", List.of("m7g.large")))),
                passes(
                        "graphics, which are no Graviton",
                        stack(group().set("amiType", "AL2023_x86_64_NVIDIA")
                                .set("instanceTypes", List.of("g5.xlarge")))),
                fails(
                        "Graviton under an image for Intel",
                        stack(group().set("amiType", "BOTTLEROCKET_x86_64")
                                .set("instanceTypes", List.of("m7gd.large"))),
                        "processor"),
                fails(
                        "Intel under an image for Graviton",
                        stack(group().set("amiType", "AL2023_ARM_64_STANDARD")
                                .set("instanceTypes", List.of("m7i.large"))),
                        "processor"),
                fails(
                        "the smallest there are",
                        stack(group().set("amiType", "BOTTLEROCKET_x86_64").set("instanceTypes", List.of("t3.micro"))),
                        "add-ons"),
                unknown(
                        "instances from outputs",
                        stack(group().set("amiType", "BOTTLEROCKET_x86_64").unknown("instanceTypes"))),
                unknown("from outputs", stack(group().unknown("amiType"))),
                notApplicable("no nodes", stack()));
    }

    private static ResourceBuilder group() {
        return resource(Nodes.GROUP, "nodes");
    }
}
