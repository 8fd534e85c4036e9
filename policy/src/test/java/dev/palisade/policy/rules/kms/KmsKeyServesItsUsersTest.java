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

class KmsKeyServesItsUsersTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new KmsKeyServesItsUsers();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a secret's key, through its service", stack(key(VIA), secret())),
                passes(
                        "the service itself",
                        stack(
                                key(
                                        "{'Effect':'Allow','Principal':{'Service':'secretsmanager.amazonaws.com'},'Action':'kms:*','Resource':'*'}"),
                                secret())),
                fails("a statement that denies", stack(key(VIA.replace("Allow", "Deny")), secret()), "secretsmanager."),
                fails(
                        "a service that may read alone",
                        stack(key(VIA.replace(",'kms:GenerateDataKey'", "")), secret()),
                        "secretsmanager."),
                fails(
                        "another service",
                        stack(key(VIA.replace("secretsmanager", "ecr")), secret()),
                        "lets nobody use it through that"),
                fails(
                        "a vault's key",
                        stack(key(VIA), resource("aws:backup/vault:Vault", "v").refer("kmsKeyArn", key(VIA))),
                        "backup."),
                fails(
                        "a storage class's key",
                        stack(
                                key(VIA),
                                resource("kubernetes:storage.k8s.io/v1:StorageClass", "c")
                                        .refer("parameters.kmsKeyId", key(VIA))),
                        "ec2."),
                unknown("a document from outputs", stack(resource(Keys.KEY, "k").unknown("policy"), secret())),
                unknown(
                        "a secret of which it is not told yet whose key it has",
                        stack(
                                key(VIA.replace("secretsmanager", "ecr")),
                                resource("aws:secretsmanager/secret:Secret", "s")
                                        .unknown("kmsKeyId"))),
                notApplicable("a key that nothing names", stack(key(VIA))));
    }

    private static final String VIA =
            "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:root'},'Action':['kms:Decrypt','kms:GenerateDataKey'],'Resource':'*','Condition':{'StringEquals':{'kms:ViaService':'secretsmanager.eu-central-1.amazonaws.com'}}}";

    private static ResourceBuilder key(String statement) {
        return resource(Keys.KEY, "k").set("policy", document(statement));
    }

    private static ResourceBuilder secret() {
        return resource("aws:secretsmanager/secret:Secret", "s").refer("kmsKeyId", key(VIA));
    }
}
