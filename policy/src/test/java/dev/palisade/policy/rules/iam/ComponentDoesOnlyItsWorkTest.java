package dev.palisade.policy.rules.iam;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.allow;
import static dev.palisade.policy.rules.PolicyJson.document;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class ComponentDoesOnlyItsWorkTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ComponentDoesOnlyItsWork();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a writer of logs", stack(LOGS, rights("logs:PutLogEvents"))),
                passes("letters of another case", stack(LOGS, rights("logs:putlogevents"))),
                fails(
                        "a reader of logs",
                        stack(LOGS, rights("logs:GetLogEvents")),
                        "does not need: [logs:GetLogEvents]"),
                fails("a wildcard", stack(LOGS, rights("logs:*")), "does not need"),
                unknown(
                        "rights from outputs",
                        stack(
                                LOGS,
                                resource(IdentityPolicies.INLINE, "i")
                                        .refer("role", LOGS)
                                        .unknown("policy"))),
                notApplicable(
                        "a role of no known component", stack(role("lambda.amazonaws.com"), rights("s3:GetObject"))));
    }

    private static final ResourceBuilder LOGS = role("vpc-flow-logs.amazonaws.com");

    private static ResourceBuilder rights(String action) {
        return resource(IdentityPolicies.INLINE, "i").refer("role", LOGS).set("policy", allow(action, "*"));
    }

    private static ResourceBuilder role(String service) {
        return resource(Roles.ROLE, "r")
                .set(
                        "assumeRolePolicy",
                        document("{'Effect':'Allow','Principal':{'Service':'" + service
                                + "'},'Action':'sts:AssumeRole'}"));
    }
}
