package dev.palisade.policy.rules.kubernetes;

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
import java.util.Map;

class StorageClassEncryptsTest implements PolicyCases {
    private static final ResourceBuilder KEY =
            resource("aws:kms/key:Key", "volumes").output("arn", "arn:aws:kms:eu-central-1:111122223333:key/1");

    @Override
    public Policy policy() {
        return new StorageClassEncrypts();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("with a key of the stack", stack(KEY, storage())),
                passes("with a key that is not made yet", stack(KEY, storage().unknown("parameters.kmsKeyId", KEY))),
                passes("the default of the driver", stack(KEY, driver(), standard())),
                fails("no default of the driver", stack(KEY, driver(), storage()), "no default StorageClass"),
                notApplicable("another add-on", stack(driver().set("addonName", "coredns"))),
                fails("in clear", stack(KEY, storage().set("parameters.encrypted", "false")), "does not encrypt"),
                fails("in clear, by default", stack(KEY, storage().unset("parameters")), "does not encrypt"),
                fails("in a word of its own", stack(KEY, storage().set("parameters.encrypted", "TRUE")), "encrypt"),
                fails("a type that is none", stack(KEY, storage().set("parameters.type", "GP3")), "parameters.type"),
                passes("the driver's default type", stack(KEY, storage().unset("parameters.type"))),
                passes("a faster type", stack(KEY, storage().set("parameters.type", "io2"))),
                fails("with AWS's key", stack(KEY, storage().unset("parameters.kmsKeyId")), "kmsKeyId"),
                fails(
                        "with a foreign key",
                        stack(KEY, storage().set("parameters.kmsKeyId", "arn:aws:kms:eu-central-1:999999999999:key/2")),
                        "kmsKeyId"),
                fails(
                        "the driver of old",
                        stack(KEY, storage().set("provisioner", "kubernetes.io/aws-ebs")),
                        "provisioner"),
                fails("at once", stack(KEY, storage().set("volumeBindingMode", "Immediate")), "volumeBindingMode"),
                unknown("not known yet", stack(KEY, storage().unknown("parameters"))),
                notApplicable("no class", stack(KEY)));
    }

    private static ResourceBuilder driver() {
        return resource("aws:eks/addon:Addon", "ebs").set("addonName", "aws-ebs-csi-driver");
    }

    private static ResourceBuilder standard() {
        return storage()
                .set("metadata", Map.of("annotations", Map.of("storageclass.kubernetes.io/is-default-class", "true")));
    }

    private static ResourceBuilder storage() {
        return resource("kubernetes:storage.k8s.io/v1:StorageClass", "gp3")
                .set("provisioner", "ebs.csi.aws.com")
                .set("volumeBindingMode", "WaitForFirstConsumer")
                .set("parameters.type", "gp3")
                .set("parameters.encrypted", "true")
                .referOutput("parameters.kmsKeyId", KEY, "arn");
    }
}
