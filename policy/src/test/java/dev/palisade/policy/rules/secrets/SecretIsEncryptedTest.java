package dev.palisade.policy.rules.secrets;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.rules.kms.Keys;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import java.util.Map;

class SecretIsEncryptedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SecretIsEncrypted();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "a rotated key of the stack",
                        stack(KEY, resource(SECRET, "token").refer("kmsKeyId", KEY))),
                fails("AWS's own key by default", stack(resource(SECRET, "token")), "not set"),
                fails(
                        "AWS's own key by name",
                        stack(KEY, resource(SECRET, "token").set("kmsKeyId", "alias/aws/secretsmanager")),
                        "names none"),
                fails(
                        "a key that is disabled",
                        stack(
                                resource(Keys.KEY, "data")
                                        .set("enableKeyRotation", true)
                                        .set("isEnabled", false),
                                resource(SECRET, "token").refer("kmsKeyId", KEY)),
                        "disabled"),
                passes(
                        "a replica with a key",
                        stack(
                                KEY,
                                resource(SECRET, "token")
                                        .refer("kmsKeyId", KEY)
                                        .set("replicas", List.of(Map.of("region", "eu-west-1", "kmsKeyId", "arn:x"))))),
                fails(
                        "a replica without one",
                        stack(
                                KEY,
                                resource(SECRET, "token")
                                        .refer("kmsKeyId", KEY)
                                        .set("replicas", List.of(Map.of("region", "eu-west-1")))),
                        "replica"),
                unknown(
                        "a key from an output of something else",
                        stack(resource(SECRET, "token").unknown("kmsKeyId"))),
                notApplicable("no secret", stack(KEY)));
    }

    private static final String SECRET = "aws:secretsmanager/secret:Secret";
    private static final ResourceBuilder KEY = resource(Keys.KEY, "data").set("enableKeyRotation", true);
}
