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
import java.util.Map;

class EcrIsEncryptedWithOwnKeyTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EcrIsEncryptedWithOwnKey();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a key of the stack", stack(key(), repository("KMS", "images-id"))),
                passes(
                        "while it is not known yet",
                        stack(
                                key(),
                                repository("KMS", "04da6b54-80e4-46f7-96ec-b56ff0331ba9")
                                        .unknown("encryptionConfigurations", key())
                                        .set(
                                                "encryptionConfigurations",
                                                List.of(Map.of(
                                                        "encryptionType",
                                                        "KMS",
                                                        "kmsKey",
                                                        "04da6b54-80e4-46f7-96ec-b56ff0331ba9"))))),
                fails("by default", stack(resource("aws:ecr/repository:Repository", "service")), "key of this stack"),
                fails("AES256", stack(key(), repository("AES256", "images-id")), "KMS"),
                fails("a stranger's key", stack(key(), repository("KMS", "stranger")), "key of this stack"),
                unknown(
                        "not known yet",
                        stack(resource("aws:ecr/repository:Repository", "service")
                                .unknown("encryptionConfigurations"))),
                notApplicable("no repository", stack()));
    }

    private static ResourceBuilder key() {
        return resource("aws:kms/key:Key", "images");
    }

    private static ResourceBuilder repository(String type, String key) {
        return resource("aws:ecr/repository:Repository", "service")
                .set("encryptionConfigurations", List.of(Map.of("encryptionType", type, "kmsKey", key)));
    }
}
