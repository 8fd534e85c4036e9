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

class ComponentMayDoItsWorkTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ComponentMayDoItsWork();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "a log that may be written",
                        stack(role("vpc-flow-logs"), rights("'logs:CreateLogStream','logs:PutLogEvents'"))),
                passes("a wildcard", stack(role("vpc-flow-logs"), rights("'logs:*'"))),
                passes(
                        "AWS's policy",
                        stack(
                                role("eks"),
                                resource(Roles.ATTACHMENT, "a")
                                        .set("role", "r-id")
                                        .set("policyArn", "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy"))),
                fails("half of it", stack(role("vpc-flow-logs"), rights("'logs:CreateLogStream'")), "vpc-flow-logs"),
                fails("no policy of AWS", stack(role("eks")), "eks.amazonaws.com"),
                unknown(
                        "rights from outputs",
                        stack(role("cloudtrail"), rights("'x:y'").unknown("policy"))),
                notApplicable("a role for something else", stack(role("lambda"))));
    }

    private static ResourceBuilder role(String service) {
        return resource(Roles.ROLE, "r")
                .set(
                        "assumeRolePolicy",
                        document("{'Effect':'Allow','Principal':{'Service':'" + service
                                + ".amazonaws.com'},'Action':'sts:AssumeRole'}"));
    }

    private static ResourceBuilder rights(String actions) {
        return resource(IdentityPolicies.INLINE, "p")
                .set("role", "r-id")
                .set("policy", document("{'Effect':'Allow','Action':[" + actions + "],'Resource':'*'}"));
    }
}
