package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.graph.Signatures;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

class ConfigMapHoldsNoSecretTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ConfigMapHoldsNoSecret();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a setting", stack(map().set("data", Map.of("RATE_LIMIT", "100/hour")))),
                passes("nothing", stack(map())),
                fails("a password", stack(map().set("data", Map.of("db-password", "hunter2"))), "db-password"),
                fails(
                        "a secret of the stack",
                        stack(map().set("data", Map.of("x", Map.of(Signatures.KEY, Signatures.SECRET, "value", "v")))),
                        "data.x"),
                passes(
                        "a file of settings",
                        stack(map().set(
                                        "data",
                                        Map.of(
                                                "a.yaml",
                                                "log: info\npasswordLength: 12\npassword: ${DB_PASSWORD}\n")))),
                fails(
                        "a password in a file",
                        stack(map().set(
                                        "data",
                                        Map.of("a.yaml", "db:\n  user: app\n  password: \"hunter2Correct\"\n"))),
                        "data.a.yaml"),
                fails(
                        "a key in base64",
                        stack(map().set(
                                        "binaryData",
                                        Map.of(
                                                "id",
                                                Base64.getEncoder()
                                                        .encodeToString("-----BEGIN OPENSSH PRIVATE KEY-----"
                                                                .getBytes(StandardCharsets.UTF_8))))),
                        "binaryData.id"),
                fails(
                        "a password in JSON",
                        stack(map().set(
                                        "data",
                                        Map.of(
                                                "a.json",
                                                "{\"db\": {\"user\": \"a\", \"password\": \"hunter2Correct\"}}"))),
                        "data.a.json"),
                unknown("a value is not known yet", stack(map().set("data", Map.of("x", Signatures.UNKNOWN)))),
                unknown("nothing is known yet", stack(map().unknown("data"))),
                notApplicable("no ConfigMap", stack()));
    }

    private static ResourceBuilder map() {
        return resource("kubernetes:core/v1:ConfigMap", "settings");
    }
}
