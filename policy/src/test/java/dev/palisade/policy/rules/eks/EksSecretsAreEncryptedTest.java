package dev.palisade.policy.rules.eks;

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

class EksSecretsAreEncryptedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EksSecretsAreEncrypted();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a rotated key of the stack", stack(KEY, cluster())),
                passes(
                        "the component with the key",
                        stack(KEY, resource(Clusters.COMPONENT, "main").refer("encryptionConfigKeyArn", KEY))),
                passes(
                        "a key that is not known yet, told by dependencies",
                        stack(KEY, cluster().unknown("encryptionConfig.provider.keyArn", KEY))),
                fails("no encryption", stack(KEY, resource(Clusters.CLUSTER, "main")), "not set"),
                fails(
                        "other resources only",
                        stack(KEY, cluster().set("encryptionConfig.resources", List.of("configmaps"))),
                        "does not encrypt secrets"),
                fails(
                        "a key of somebody else",
                        stack(
                                KEY,
                                cluster()
                                        .set(
                                                "encryptionConfig.provider.keyArn",
                                                "arn:aws:kms:eu-central-1:444455556666:key/1")),
                        "names none"),
                fails("a key that does not rotate", stack(resource(Keys.KEY, "secrets"), cluster()), "does not rotate"),
                fails(
                        "a component without a key",
                        stack(resource(Clusters.COMPONENT, "main").set("version", "1.36")),
                        "not set"),
                unknown(
                        "everything from outputs",
                        stack(KEY, resource(Clusters.CLUSTER, "main").unknown("encryptionConfig"))),
                notApplicable("no cluster", stack(KEY)));
    }

    private static final ResourceBuilder KEY = resource(Keys.KEY, "secrets").set("enableKeyRotation", true);

    private static ResourceBuilder cluster() {
        return resource(Clusters.CLUSTER, "main")
                .set("encryptionConfig.resources", List.of("secrets"))
                .refer("encryptionConfig.provider.keyArn", KEY);
    }
}
