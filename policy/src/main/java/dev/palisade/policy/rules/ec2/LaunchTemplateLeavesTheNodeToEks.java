package dev.palisade.policy.rules.ec2;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** EKS takes image and role of a node group; what a template says instead no policy can judge. */
@PolicyInfo(
        title = "A launch template leaves image and role to the node group, and runs nothing from the network",
        severity = Severity.HIGH,
        rows = {Row.X1, Row.C8},
        controls = {"CIS EKS 3.1.1", "NIST 800-53 CM-7", "NIST 800-53 SI-7", "PCI DSS 2.2.1", "SOC 2 CC6.8"},
        why = "An image, a role or a script from elsewhere is what nobody scanned, on every node.",
        remedy = "Take imageId and iamInstanceProfile out, name amiType and nodeRoleArn in the node group.",
        snippet = "NodeGroupArgs.builder().amiType(\"AL2023_x86_64_STANDARD\").nodeRoleArn(node.arn())")
public final class LaunchTemplateLeavesTheNodeToEks implements ResourcePolicy {
    private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
    private static final Property IMAGE = Property.of(TEMPLATE, "imageId");
    private static final Property PROFILE = Property.of(TEMPLATE, "iamInstanceProfile");
    private static final Property USER_DATA = Property.of(TEMPLATE, "userData");
    private static final Property METADATA_TAGS = Property.of(TEMPLATE, "metadataOptions.instanceMetadataTags");
    private static final Property DISKS = Property.of(TEMPLATE, "blockDeviceMappings");
    private static final Property DISK = Property.of(TEMPLATE, "blockDeviceMappings[].ebs");
    private static final Property SIZE = Property.of(TEMPLATE, "blockDeviceMappings[].ebs.volumeSize");
    private static final Property KEPT = Property.of(TEMPLATE, "blockDeviceMappings[].ebs.deleteOnTermination");

    private static final Property SNAPSHOT = Property.of(TEMPLATE, "blockDeviceMappings[].ebs.snapshotId");
    private static final Property MARKET = Property.of(TEMPLATE, "instanceMarketOptions");

    /** Settings of Bottlerocket and of the kubelet that let people or pods onto the node. */
    private static final Pattern OPENING = Pattern.compile(
            "host-containers[.]admin\\][^\\[]*enabled\\s*=\\s*true|host-containers[.]admin[.]enabled\\s*=\\s*true"
                    + "|lockdown\\s*=\\s*\"none\"|allowed-unsafe-sysctls|anonymous-auth(=|\\s*:\\s*)true|read-only-port(=|\\s*:\\s*)[1-9]"
                    + "|authorization-mode(=|\\s*=\\s*\"?)AlwaysAllow|bootstrap-containers|container-registry|setenforce 0");

    @Override
    public Set<String> types() {
        return Set.of(TEMPLATE);
    }

    @Override
    public Verdict check(Resource template) {
        return Verdict.require(template.get(IMAGE).isPresent().not(), "has an image of its own: imageId")
                .and(Verdict.require(
                        template.get(PROFILE).isPresent().not(), "has a role of its own: iamInstanceProfile"))
                .and(Verdict.require(
                        template.get(USER_DATA)
                                .matches(LaunchTemplateLeavesTheNodeToEks::isFetched)
                                .not(),
                        "runs what it fetches from the network: userData"))
                .and(Verdict.require(
                        template.get(USER_DATA)
                                .matches(LaunchTemplateLeavesTheNodeToEks::opensTheHost)
                                .not(),
                        "switches a protection of the node off: userData"))
                .and(Verdict.require(
                        template.get(MARKET).isPresent().not(), "decides how nodes are bought: instanceMarketOptions"))
                .and(Verdict.require(
                        template.get(DISKS)
                                .all(disk ->
                                        disk.get(DISK).get(SNAPSHOT).isPresent().not()),
                        "starts with what a snapshot holds: blockDeviceMappings.ebs.snapshotId"))
                .and(Verdict.require(
                        template.get(METADATA_TAGS).is("enabled").not(),
                        "tells every pod the instance's tags: metadataOptions.instanceMetadataTags"))
                .and(Verdict.require(
                        template.get(DISKS).all(disk -> isSensible(
                                        disk.get(DISK).get(SIZE))
                                .and(disk.get(DISK).get(KEPT).is("false").not())),
                        "has a volume without a sensible size, or one that stays behind: blockDeviceMappings"));
    }

    private static Truth isSensible(Value size) {
        return size.isPresent().not().or(() -> size.atLeast(1).and(size.atMost(1024)));
    }

    private static boolean opensTheHost(String encoded) {
        return OPENING.matcher(decoded(encoded)).find();
    }

    private static boolean isFetched(String encoded) {
        String script = decoded(encoded).replace(" ", "");
        return (script.contains("curl") || script.contains("wget"))
                && Stream.of("|sh", "|bash", "|sudo").anyMatch(script::contains);
    }

    private static String decoded(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return encoded;
        }
    }
}
