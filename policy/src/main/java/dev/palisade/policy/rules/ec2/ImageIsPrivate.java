package dev.palisade.policy.rules.ec2;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "Images and snapshots are shared with nobody",
        severity = Severity.HIGH,
        rows = {Row.X3, Row.C5},
        controls = {"NIST 800-53 AC-3", "PCI DSS 1.4.4", "SOC 2 CC6.1", "Security Hub EC2.1"},
        why = "A shared image or snapshot is a copy of a disk, with whatever was on it.",
        remedy = "Remove the permission; copy the image into the account that needs it.",
        snippet =
                "new SnapshotBlockPublicAccess(\"ebs\", SnapshotBlockPublicAccessArgs.builder().state(\"block-all-sharing\").build())")
public final class ImageIsPrivate implements ResourcePolicy {
    private static final String PERMISSION = "aws:ec2/amiLaunchPermission:AmiLaunchPermission";
    private static final String SNAPSHOT = "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission";
    private static final String BLOCK = "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess";
    private static final String DATABASE = "aws:rds/snapshot:Snapshot";
    private static final Property SHARED = Property.of(DATABASE, "sharedAccounts");
    private static final Property STATE = Property.of(BLOCK, "state");

    @Override
    public Set<String> types() {
        return Set.of(PERMISSION, SNAPSHOT, BLOCK, SHARED.type());
    }

    @Override
    public Verdict check(Resource resource) {
        return switch (resource.type()) {
            case PERMISSION -> Verdict.fail("lets another account start instances from the image");
            case SNAPSHOT -> Verdict.fail("lets another account make volumes of the snapshot");
            case DATABASE ->
                Verdict.require(
                        resource.get(SHARED).hasItems().not(),
                        "lets another account restore the database: sharedAccounts");
            default -> Verdict.require(resource.get(STATE).is("block-new-sharing"), "lets images be made public");
        };
    }
}
