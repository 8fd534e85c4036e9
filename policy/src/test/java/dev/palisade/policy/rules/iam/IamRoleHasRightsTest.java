package dev.palisade.policy.rules.iam;

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

class IamRoleHasRightsTest implements PolicyCases {
    private static final ResourceBuilder OWN = resource(IdentityPolicies.MANAGED, "own");

    @Override
    public Policy policy() {
        return new IamRoleHasRights();
    }

    @Override
    public List<Case> cases() {
        ResourceBuilder role = resource(Roles.ROLE, "node");
        return List.of(
                passes(
                        "an attachment",
                        stack(role, attachment("arn:aws:iam::aws:policy/P").refer("role", role))),
                passes(
                        "an attachment of the stack's own policy",
                        stack(
                                role,
                                OWN,
                                resource(Roles.ATTACHMENT, "a")
                                        .refer("role", role)
                                        .refer("policyArn", OWN))),
                fails(
                        "an attachment of a policy from elsewhere",
                        stack(
                                role,
                                attachment("arn:aws:iam::111122223333:policy/p").refer("role", role)),
                        "neither AWS's nor of this stack"),
                passes(
                        "a document of its own",
                        stack(
                                role,
                                resource(IdentityPolicies.INLINE, "p")
                                        .refer("role", role)
                                        .set("policy", "{}"))),
                passes(
                        "AWS's policies by name",
                        stack(resource(Roles.ROLE, "x")
                                .set("managedPolicyArns", List.of("arn:aws:iam::aws:policy/P")))),
                fails("none", stack(role), "has no rights"),
                fails(
                        "rights for a role from elsewhere",
                        stack(resource(Roles.ATTACHMENT, "a").set("role", "other")),
                        "no role of this stack"),
                fails(
                        "a document without a role",
                        stack(resource(IdentityPolicies.INLINE, "p").set("policy", "{}")),
                        "no role of this stack"),
                unknown(
                        "a role from an output",
                        stack(attachment("arn:aws:iam::aws:policy/P").unknown("role"))),
                notApplicable("no role", stack()));
    }

    private static ResourceBuilder attachment(String arn) {
        return resource(Roles.ATTACHMENT, "a").set("policyArn", arn);
    }
}
