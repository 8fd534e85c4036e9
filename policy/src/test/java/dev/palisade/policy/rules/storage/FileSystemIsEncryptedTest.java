package dev.palisade.policy.rules.storage;

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

class FileSystemIsEncryptedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new FileSystemIsEncrypted();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("encrypted", stack(key(), files())),
                fails("plain", stack(key(), files().set("encrypted", false)), "not true"),
                fails("AWS's key", stack(files().unset("kmsKeyId")), "kmsKeyId"),
                unknown("not known yet", stack(key(), files().unknown("encrypted"))),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder key() {
        return resource("aws:kms/key:Key", "data").set("enableKeyRotation", true);
    }

    private static ResourceBuilder files() {
        return resource("aws:efs/fileSystem:FileSystem", "shared")
                .set("encrypted", true)
                .refer("kmsKeyId", key());
    }
}
