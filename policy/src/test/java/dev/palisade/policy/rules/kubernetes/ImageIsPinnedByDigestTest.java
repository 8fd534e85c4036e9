package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.CONTAINER;
import static dev.palisade.policy.rules.kubernetes.Compliant.POD;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class ImageIsPinnedByDigestTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ImageIsPinnedByDigest();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a digest", deployment().alone()),
                fails(
                        "a tag",
                        deployment().with(CONTAINER + "image", "service:1.0").alone(),
                        "no sha256 digest"),
                fails(
                        "latest",
                        deployment().with(CONTAINER + "image", "service").alone(),
                        "no sha256 digest"),
                fails(
                        "a digest cut short",
                        deployment()
                                .with(CONTAINER + "image", "service@sha256:abc")
                                .alone(),
                        "no sha256 digest"),
                fails("no image", deployment().without(CONTAINER + "image").alone(), "no sha256 digest"),
                fails(
                        "never pulled",
                        deployment()
                                .with(CONTAINER + "imagePullPolicy", "Never")
                                .alone(),
                        "imagePullPolicy"),
                fails(
                        "pulled once",
                        deployment()
                                .with(CONTAINER + "imagePullPolicy", "IfNotPresent")
                                .alone(),
                        "imagePullPolicy"),
                fails(
                        "pulled by default, once",
                        deployment().without(CONTAINER + "imagePullPolicy").alone(),
                        "imagePullPolicy"),
                fails(
                        "an ephemeral container's tag",
                        deployment()
                                .yaml(POD + "ephemeralContainers", "[{name: e, image: busybox}]")
                                .alone(),
                        "\"e\""),
                unknown(
                        "the image is not built yet",
                        deployment().unknown(CONTAINER + "image").alone()),
                notApplicable("no workload", stack()));
    }
}
