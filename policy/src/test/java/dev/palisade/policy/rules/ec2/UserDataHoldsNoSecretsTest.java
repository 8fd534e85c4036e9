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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

class UserDataHoldsNoSecretsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new UserDataHoldsNoSecrets();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "an address with a password",
                        stack(resource("aws:ec2/launchTemplate:LaunchTemplate", "t")
                                .set("userData", "psql postgresql://u:p4ssw0rd@db/x")),
                        "secret"),
                passes("none", stack(template(""))),
                passes("settings", stack(template("[settings.kernel]\nlockdown = \"integrity\""))),
                fails("an access key", stack(template("export KEY=AKIAABCDEFGHIJKLMNOP")), "secret in its user data"),
                fails("a password", stack(template("DB_PASSWORD=hunter2hunter2")), "secret"),
                fails("a private key", stack(template("-----BEGIN RSA PRIVATE KEY-----")), "secret"),
                fails(
                        "in plain text",
                        stack(resource("aws:ec2/instance:Instance", "x").set("userData", "api_key: abcdefgh")),
                        "secret"),
                unknown(
                        "not known yet",
                        stack(resource("aws:ec2/launchTemplate:LaunchTemplate", "node")
                                .unknown("userData"))),
                notApplicable("no instance", stack()));
    }

    private static ResourceBuilder template(String data) {
        return resource("aws:ec2/launchTemplate:LaunchTemplate", "node")
                .set("userData", Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8)));
    }
}
