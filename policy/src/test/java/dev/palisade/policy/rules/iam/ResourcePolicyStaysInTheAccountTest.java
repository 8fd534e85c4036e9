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
import dev.palisade.policy.rules.kms.Keys;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class ResourcePolicyStaysInTheAccountTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ResourcePolicyStaysInTheAccount();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("principals of the account", stack(role("111122223333").output("arn", OWN))),
                passes(
                        "the account as the source",
                        stack(
                                resource(Keys.KEY, "k")
                                        .output("arn", "arn:aws:kms:eu-central-1:111122223333:key/1")
                                        .set(
                                                "policy",
                                                document(
                                                        "{'Effect':'Allow','Principal':{'Service':'logs.amazonaws.com'},'Action':'kms:Decrypt','Resource':'*','Condition':{'StringEquals':{'aws:SourceAccount':'111122223333'}}}")))),
                fails("another account", stack(role("444455556666").output("arn", OWN)), "444455556666"),
                fails(
                        "a role of another account",
                        stack(role("arn:aws:iam::444455556666:role/x").output("arn", OWN)),
                        "444455556666"),
                fails(
                        "another account as the source",
                        stack(
                                resource("aws:sns/topicPolicy:TopicPolicy", "t")
                                        .set("arn", "arn:aws:sns:eu-central-1:111122223333:alarms")
                                        .set(
                                                "policy",
                                                document(
                                                        "{'Effect':'Allow','Principal':{'Service':'events.amazonaws.com'},'Action':'sns:Publish','Resource':'*','Condition':{'ArnLike':{'aws:SourceArn':'arn:aws:events:eu-central-1:444455556666:rule/*'}}}"))),
                        "444455556666"),
                unknown("the own account is not known yet", stack(role("444455556666"))),
                unknown(
                        "a document from outputs",
                        stack(resource(Roles.ROLE, "role").unknown("assumeRolePolicy"))),
                notApplicable("no policy", stack(resource(Keys.KEY, "k"))));
    }

    private static final String OWN = "arn:aws:iam::111122223333:role/role";

    private static ResourceBuilder role(String principal) {
        return resource(Roles.ROLE, "role")
                .set(
                        "assumeRolePolicy",
                        document("{'Effect':'Allow','Principal':{'AWS':'" + principal
                                + "'},'Action':'sts:AssumeRole'}"));
    }
}
