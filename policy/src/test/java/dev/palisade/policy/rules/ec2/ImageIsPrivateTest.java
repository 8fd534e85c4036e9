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

class ImageIsPrivateTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ImageIsPrivate();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a database for all",
                        stack(resource("aws:rds/snapshot:Snapshot", "s").set("sharedAccounts", List.of("all"))),
                        "sharedAccounts"),
                passes("blocked", stack(block().set("state", "block-new-sharing"))),
                fails("unblocked", stack(block().set("state", "unblocked")), "made public"),
                fails(
                        "an image for all",
                        stack(resource("aws:ec2/amiLaunchPermission:AmiLaunchPermission", "x")
                                .set("group", "all")),
                        "another account"),
                fails(
                        "a snapshot for one",
                        stack(resource("aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission", "x")),
                        "snapshot"),
                unknown("not known yet", stack(block().unknown("state"))),
                notApplicable("no permission", stack()));
    }

    private static ResourceBuilder block() {
        return resource("aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess", "images");
    }
}
