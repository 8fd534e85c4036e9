package dev.palisade.policy.rules.storage;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class StoresAreEncryptedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new StoresAreEncrypted();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a plain copy of an image",
                        stack(resource("aws:ec2/amiCopy:AmiCopy", "i").set("encrypted", false)),
                        "encrypted"),
                passes(
                        "a table",
                        stack(resource("aws:dynamodb/table:Table", "t")
                                .set("serverSideEncryption.enabled", true)
                                .set("pointInTimeRecovery.enabled", true))),
                fails(
                        "a table without a way back",
                        stack(resource("aws:dynamodb/table:Table", "t").set("serverSideEncryption.enabled", true)),
                        "pointInTimeRecovery"),
                fails("a plain stream", stack(resource("aws:kinesis/stream:Stream", "s")), "encryptionType"),
                fails(
                        "a stream that says so",
                        stack(resource("aws:kinesis/stream:Stream", "s").set("encryptionType", "NONE")),
                        "encryptionType"),
                fails(
                        "a plain warehouse",
                        stack(resource("aws:redshift/cluster:Cluster", "w").set("encrypted", false)),
                        "encrypted"),
                unknown(
                        "a setting from outputs",
                        stack(resource("aws:kinesis/stream:Stream", "s").unknown("encryptionType"))),
                notApplicable("none", stack()));
    }
}
