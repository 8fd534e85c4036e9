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
import java.util.List;

class AccountClosesWhatNobodyNeedsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new AccountClosesWhatNobodyNeeds();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("all of it", stack(NODES, metadata("required"), CONSOLE, IMAGES)),
                passes("buckets", stack(BUCKET, blocks())),
                fails("none of it", stack(NODES), "does not demand IMDSv2"),
                fails("IMDSv1", stack(NODES, metadata("optional"), CONSOLE, IMAGES), "IMDSv2"),
                fails(
                        "two hops",
                        stack(NODES, metadata("required").set("httpPutResponseHopLimit", 2), CONSOLE, IMAGES),
                        "IMDSv2"),
                fails(
                        "an open console",
                        stack(
                                NODES,
                                metadata("required"),
                                resource("aws:ec2/serialConsoleAccess:SerialConsoleAccess", "s")
                                        .set("enabled", true),
                                IMAGES),
                        "serial console"),
                fails("public images", stack(NODES, metadata("required"), CONSOLE), "images"),
                fails("public buckets", stack(BUCKET), "no blockPublicAcls"),
                fails(
                        "public policies",
                        stack(BUCKET, blocks().set("blockPublicPolicy", false)),
                        "no blockPublicPolicy"),
                unknown("a setting from outputs", stack(BUCKET, blocks().unknown("ignorePublicAcls"))),
                notApplicable("neither instances nor buckets", stack()));
    }

    private static final ResourceBuilder NODES = resource("aws:eks/nodeGroup:NodeGroup", "n");
    private static final ResourceBuilder BUCKET = resource("aws:s3/bucketV2:BucketV2", "b");
    private static final ResourceBuilder CONSOLE =
            resource("aws:ec2/serialConsoleAccess:SerialConsoleAccess", "s").set("enabled", false);
    private static final ResourceBuilder IMAGES = resource("aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess", "i")
            .set("state", "block-new-sharing");

    private static ResourceBuilder metadata(String tokens) {
        return resource("aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults", "m")
                .set("httpTokens", tokens);
    }

    private static ResourceBuilder blocks() {
        return resource("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", "a")
                .set("blockPublicAcls", true)
                .set("blockPublicPolicy", true)
                .set("ignorePublicAcls", true)
                .set("restrictPublicBuckets", true);
    }
}
