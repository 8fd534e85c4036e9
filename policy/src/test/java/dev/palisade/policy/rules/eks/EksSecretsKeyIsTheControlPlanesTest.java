package dev.palisade.policy.rules.eks;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.document;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.rules.kms.Keys;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class EksSecretsKeyIsTheControlPlanesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EksSecretsKeyIsTheControlPlanes();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the cluster's role", stack(key(statement(ROLE, "kms:Encrypt','kms:Decrypt")), CLUSTER)),
                passes("who administers", stack(key(statement(OTHER, "kms:PutKeyPolicy")), CLUSTER)),
                fails("another role", stack(key(statement(OTHER, "kms:Decrypt")), CLUSTER), "other may use as well"),
                fails(
                        "more than to wrap",
                        stack(key(statement(ROLE, "kms:Decrypt','kms:RetireGrant")), CLUSTER),
                        "wrap them"),
                fails("grants to anybody", stack(key(statement(OTHER, "kms:CreateGrant")), CLUSTER), "may be granted"),
                unknown("a policy from outputs", stack(resource(Keys.KEY, "k").unknown("policy"), CLUSTER)),
                notApplicable("a cluster without a key", stack(resource(Clusters.CLUSTER, "c"))));
    }

    private static final String ROLE = "arn:aws:iam::111122223333:role/cluster";
    private static final String OTHER = "arn:aws:iam::111122223333:role/other";
    private static final ResourceBuilder CLUSTER = resource(Clusters.CLUSTER, "c")
            .refer("encryptionConfig.provider.keyArn", resource(Keys.KEY, "k"))
            .set("roleArn", ROLE);

    private static ResourceBuilder key(String statement) {
        return resource(Keys.KEY, "k").set("policy", document(statement));
    }

    private static String statement(String principal, String actions) {
        return "{'Effect':'Allow','Principal':{'AWS':'" + principal + "'},'Action':['" + actions + "'],'Resource':'*'}";
    }
}
