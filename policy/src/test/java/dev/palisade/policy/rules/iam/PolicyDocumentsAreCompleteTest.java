package dev.palisade.policy.rules.iam;

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

class PolicyDocumentsAreCompleteTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new PolicyDocumentsAreComplete();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a key", stack(key("'Principal':{'AWS':'111122223333'},'Resource':'*'"))),
                passes("rights", stack(rights("'Resource':'arn:aws:s3:::reports/*'"))),
                passes("a trust", stack(trust("'Principal':{'Service':'ec2.amazonaws.com'}"))),
                fails("a key for nobody", stack(key("'Resource':'*'")), "without a principal"),
                fails("a key for nothing", stack(key("'Principal':'*'")), "without a resource"),
                fails("rights to nothing", stack(rights("'Sid':'a'")), "without a resource"),
                fails("rights of others", stack(rights("'Resource':'*','Principal':'*'")), "names a principal"),
                fails("a trust with a resource", stack(trust("'Resource':'*','Principal':'*'")), "names a resource"),
                fails(
                        "a variable in an old document",
                        stack(resource("aws:iam/policy:Policy", "p")
                                .set(
                                        "policy",
                                        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\","
                                                + "\"Resource\":\"arn:aws:s3:::home/${aws:username}/*\"}}")),
                        "variable"),
                fails("no resource by name", stack(rights("'Resource':'reports'")), "no resource: reports"),
                fails("an empty list", stack(rights("'Resource':[]")), "empty list"),
                unknown(
                        "a key's policy from outputs",
                        stack(resource("aws:kms/key:Key", "k").unknown("policy"))),
                notApplicable("no documents", stack()));
    }

    private static ResourceBuilder key(String elements) {
        return resource("aws:kms/key:Key", "k")
                .set("policy", document("{'Effect':'Allow','Action':'kms:Decrypt'," + elements + "}"));
    }

    private static ResourceBuilder rights(String elements) {
        return resource("aws:iam/policy:Policy", "p")
                .set("policy", document("{'Effect':'Allow','Action':'s3:GetObject'," + elements + "}"));
    }

    private static ResourceBuilder trust(String elements) {
        return resource("aws:iam/role:Role", "r")
                .set("assumeRolePolicy", document("{'Effect':'Allow','Action':'sts:AssumeRole'," + elements + "}"));
    }
}
