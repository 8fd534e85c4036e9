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

class AccountEncryptsVolumesByDefaultTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new AccountEncryptsVolumesByDefault();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("both", stack(nodes(), key(), own(), encryption(), sharing("block-all-sharing"))),
                fails("AWS's key", stack(encryption(), sharing("block-all-sharing")), "a key of AWS's"),
                fails("neither", stack(nodes()), "does not encrypt volumes by default"),
                fails(
                        "switched off",
                        stack(key(), own(), encryption().set("enabled", false), sharing("block-all-sharing")),
                        "by default"),
                fails("snapshots may be shared", stack(key(), own(), encryption(), sharing("unblocked")), "sharing"),
                fails(
                        "only new snapshots may not",
                        stack(key(), own(), encryption(), sharing("block-new-sharing")),
                        "sharing"),
                unknown(
                        "not known yet",
                        stack(key(), own(), encryption().unknown("enabled"), sharing("block-all-sharing"))),
                notApplicable("no volumes", stack()));
    }

    private static ResourceBuilder key() {
        return resource("aws:kms/key:Key", "volumes");
    }

    private static ResourceBuilder own() {
        return resource("aws:ebs/defaultKmsKey:DefaultKmsKey", "volumes").refer("keyArn", key());
    }

    private static ResourceBuilder nodes() {
        return resource("aws:eks/nodeGroup:NodeGroup", "nodes");
    }

    private static ResourceBuilder encryption() {
        return resource("aws:ebs/encryptionByDefault:EncryptionByDefault", "ebs");
    }

    private static ResourceBuilder sharing(String state) {
        return resource("aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess", "ebs")
                .set("state", state);
    }
}
