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

class VolumeIsEncryptedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new VolumeIsEncrypted();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("encrypted", stack(key(), volume())),
                fails("plain", stack(key(), volume().set("encrypted", false)), "not true"),
                fails("nothing said", stack(resource("aws:ebs/volume:Volume", "data")), "not encrypted"),
                fails("AWS's key", stack(volume().unset("kmsKeyId")), "kmsKeyId"),
                unknown("not known yet", stack(key(), volume().unknown("encrypted"))),
                notApplicable("no volume", stack()));
    }

    private static ResourceBuilder key() {
        return resource("aws:kms/key:Key", "volumes").set("enableKeyRotation", true);
    }

    private static ResourceBuilder volume() {
        return resource("aws:ebs/volume:Volume", "data").set("encrypted", true).refer("kmsKeyId", key());
    }
}
