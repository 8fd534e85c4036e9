package dev.palisade.policy.rules.kms;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.document;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class KmsKeyServesNobodyElseTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new KmsKeyServesNobodyElse();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("what it encrypts", stack(key("secretsmanager"), secret())),
                passes(
                        "what it encrypts, by an alias",
                        stack(
                                key("secretsmanager"),
                                ALIAS,
                                resource("aws:secretsmanager/secret:Secret", "s")
                                        .refer("kmsKeyId", ALIAS))),
                passes("a service that is not known", stack(key("sqs"))),
                fails("one service more", stack(key("secretsmanager", "s3"), secret()), "through s3.amazonaws.com"),
                unknown("a policy from outputs", stack(resource(Keys.KEY, "k").unknown("policy"))),
                notApplicable("no policy of its own", stack(resource(Keys.KEY, "k"))));
    }

    private static final ResourceBuilder ALIAS =
            resource("aws:kms/alias:Alias", "a").refer("targetKeyId", key("secretsmanager"));

    private static ResourceBuilder key(String... services) {
        return resource(Keys.KEY, "k")
                .set(
                        "policy",
                        document(
                                "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:root'},'Action':'kms:Decrypt','Resource':'*','Condition':{'StringEquals':{'kms:ViaService':['"
                                        + String.join(".eu-central-1.amazonaws.com','", services)
                                        + ".eu-central-1.amazonaws.com']}}}"));
    }

    private static ResourceBuilder secret() {
        return resource("aws:secretsmanager/secret:Secret", "s").refer("kmsKeyId", key("secretsmanager"));
    }
}
