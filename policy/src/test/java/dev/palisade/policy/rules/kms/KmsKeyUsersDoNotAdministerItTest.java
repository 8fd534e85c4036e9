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

class KmsKeyUsersDoNotAdministerItTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new KmsKeyUsersDoNotAdministerIt();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "use and administration apart",
                        stack(key(statement(ROOT, "kms:PutKeyPolicy"), statement(USER, "kms:Decrypt")))),
                passes(
                        "the account, once for each",
                        stack(key(statement(ROOT, "kms:PutKeyPolicy"), statement(ROOT, "kms:Decrypt")))),
                passes("a look at the key", stack(key(statement(USER, "kms:Decrypt','kms:DescribeKey")))),
                fails("both in one", stack(key(statement(USER, "kms:Decrypt','kms:TagResource"))), "in one"),
                fails(
                        "a user with a statement of its own",
                        stack(key(statement(USER, "kms:Decrypt"), statement(USER, "kms:RevokeGrant"))),
                        "user uses the key, and administers it"),
                fails("a wildcard", stack(key(statement(ROOT, "kms:Decrypt','kms:Put*"))), "in one"),
                unknown("a policy from outputs", stack(resource(Keys.KEY, "k").unknown("policy"))),
                notApplicable("no policy of its own", stack(resource(Keys.KEY, "k"))));
    }

    private static final String ROOT = "arn:aws:iam::111122223333:root";
    private static final String USER = "arn:aws:iam::111122223333:role/user";

    private static ResourceBuilder key(String... statements) {
        return resource(Keys.KEY, "k").set("policy", document(statements));
    }

    private static String statement(String principal, String actions) {
        return "{'Effect':'Allow','Principal':{'AWS':'" + principal + "'},'Action':['" + actions + "'],'Resource':'*'}";
    }
}
