package dev.palisade.policy.rules.storage;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class EcrIsPrivateTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EcrIsPrivate();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a role pulls", stack(policy("\"arn:aws:iam::111122223333:role/ci\"", "ecr:BatchGetImage"))),
                fails("everybody pulls", stack(policy("\"*\"", "ecr:BatchGetImage")), "everybody"),
                fails("every action", stack(policy("\"arn:aws:iam::111122223333:role/ci\"", "ecr:*")), "every action"),
                fails(
                        "a public repository",
                        stack(resource("aws:ecrpublic/repository:Repository", "x")),
                        "public registry"),
                fails("not JSON", stack(policy("", "").set("policy", "}")), "not JSON"),
                unknown("not known yet", stack(policy("", "").unknown("policy"))),
                notApplicable("no policy", stack()));
    }

    private static ResourceBuilder policy(String principal, String action) {
        return resource("aws:ecr/repositoryPolicy:RepositoryPolicy", "service")
                .set("policy", """
                        {"Version": "2012-10-17", "Statement": [
                          {"Effect": "Allow", "Principal": {"AWS": %s}, "Action": ["%s"]}]}
                        """.formatted(principal, action));
    }
}
