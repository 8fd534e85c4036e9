package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "Images are named by digest and checked with the registry",
        severity = Severity.HIGH,
        rows = {Row.C8, Row.X11},
        controls = {"NIST 800-53 CM-14", "NIST 800-53 SI-7", "PCI DSS 6.3.2", "SOC 2 CC8.1"},
        why =
                "A tag can be moved to another image after the scan, and what runs is then not what was scanned and signed.",
        remedy = "Name the image as repository@sha256:digest, and pull it always.",
        snippet = "ContainerArgs.builder().image(image.repoDigest()).imagePullPolicy(\"Always\")")
public final class ImageIsPinnedByDigest extends ContainerPolicy {
    private static final Property IMAGE = Property.of(Workloads.POD, "spec.containers[].image");
    private static final Property PULL_POLICY = Property.of(Workloads.POD, "spec.containers[].imagePullPolicy");
    private static final Pattern PINNED = Pattern.compile("[^@\\s]+@sha256:[0-9a-f]{64}");

    @Override
    Verdict check(Container container) {
        return container
                .require(
                        container.get(IMAGE).matches(image -> PINNED.matcher(image)
                                .matches()),
                        "runs whatever the tag of its image points to: image has no sha256 digest")
                .and(container.require(
                        container.get(PULL_POLICY).is("Always"),
                        "may run an image of the node without asking the registry: imagePullPolicy is not Always"));
    }
}
