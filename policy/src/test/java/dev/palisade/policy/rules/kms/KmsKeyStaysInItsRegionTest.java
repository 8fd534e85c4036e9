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

class KmsKeyStaysInItsRegionTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new KmsKeyStaysInItsRegion();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("an ordinary key", stack(resource("aws:kms/key:Key", "k"))),
                fails("many regions", stack(resource("aws:kms/key:Key", "k").set("multiRegion", true)), "multiRegion"),
                fails(
                        "material of others",
                        stack(resource("aws:kms/key:Key", "k").set("xksKeyId", "x")),
                        "xksKeyId"),
                passes("a service of its region", stack(via("eu-central-1"))),
                fails("a service of another region", stack(via("us-east-1")), "another region"),
                fails("a copy", stack(resource("aws:kms/replicaKey:ReplicaKey", "k")), "copy"),
                fails("a key store", stack(resource("aws:kms/customKeyStore:CustomKeyStore", "s")), "outside"),
                unknown("not known yet", stack(resource("aws:kms/key:Key", "k").unknown("multiRegion"))),
                notApplicable("no key", stack()));
    }

    private static ResourceBuilder via(String region) {
        return resource("aws:kms/key:Key", "k")
                .output("arn", "arn:aws:kms:eu-central-1:111122223333:key/1")
                .set(
                        "policy",
                        document(
                                "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:root'},'Action':'kms:Decrypt','Resource':'*','Condition':{'StringEquals':{'kms:ViaService':'s3."
                                        + region + ".amazonaws.com'}}}"));
    }
}
