package dev.palisade.policy.rules.iam;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class IamRightsGoToRolesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new IamRightsGoToRoles();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "a policy attached to roles",
                        stack(resource("aws:iam/policyAttachment:PolicyAttachment", "all")
                                .set("roles", List.of("api")))),
                fails("a user", stack(resource("aws:iam/user:User", "bob")), "standing identity"),
                fails(
                        "an access key",
                        stack(resource("aws:iam/accessKey:AccessKey", "bob").set("user", "bob")),
                        "standing identity"),
                fails("a group's policy", stack(resource("aws:iam/groupPolicy:GroupPolicy", "g")), "standing identity"),
                fails(
                        "a policy attached to a user",
                        stack(resource("aws:iam/policyAttachment:PolicyAttachment", "all")
                                .set("users", List.of("bob"))),
                        "users or groups"),
                unknown(
                        "users from outputs",
                        stack(resource("aws:iam/policyAttachment:PolicyAttachment", "all")
                                .unknown("users"))),
                notApplicable("roles alone", stack(resource(Roles.ROLE, "api"))));
    }
}
