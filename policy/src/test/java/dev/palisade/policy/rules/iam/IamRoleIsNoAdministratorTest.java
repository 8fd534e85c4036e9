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

class IamRoleIsNoAdministratorTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new IamRoleIsNoAdministrator();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "AWS's policy for one component",
                        stack(attachment("arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy"))),
                passes("a policy of the account", stack(attachment("arn:aws:iam::111122223333:policy/api"))),
                fails(
                        "the administrator's policy",
                        stack(attachment("arn:aws:iam::aws:policy/AdministratorAccess")),
                        "AdministratorAccess"),
                fails(
                        "a full access",
                        stack(attachment("arn:aws:iam::aws:policy/AmazonS3FullAccess")),
                        "AmazonS3FullAccess"),
                fails(
                        "a job function",
                        stack(attachment("arn:aws:iam::aws:policy/job-function/SystemAdministrator")),
                        "SystemAdministrator"),
                fails(
                        "another partition",
                        stack(attachment("arn:aws-us-gov:iam::aws:policy/PowerUserAccess")),
                        "PowerUserAccess"),
                fails(
                        "in the role's own list",
                        stack(resource(Roles.ROLE, "api")
                                .set("managedPolicyArns", List.of("arn:aws:iam::aws:policy/IAMFullAccess"))),
                        "IAMFullAccess"),
                fails(
                        "attached to many at once",
                        stack(resource("aws:iam/policyAttachment:PolicyAttachment", "all")
                                .set("policyArn", "arn:aws:iam::aws:policy/AdministratorAccess")),
                        "AdministratorAccess"),
                fails(
                        "in the list of all that a role has",
                        stack(resource(Roles.EXCLUSIVE, "api")
                                .set("policyArns", List.of("arn:aws:iam::aws:policy/AdministratorAccess"))),
                        "AdministratorAccess"),
                unknown(
                        "an ARN from outputs",
                        stack(resource(Roles.ATTACHMENT, "api").unknown("policyArn"))),
                notApplicable("a role without attachments", stack(resource(Roles.ROLE, "api"))));
    }

    private static ResourceBuilder attachment(String arn) {
        return resource(Roles.ATTACHMENT, "api").set("policyArn", arn);
    }
}
