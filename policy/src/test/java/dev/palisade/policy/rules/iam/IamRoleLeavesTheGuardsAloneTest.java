package dev.palisade.policy.rules.iam;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;
import java.util.Map;

class IamRoleLeavesTheGuardsAloneTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new IamRoleLeavesTheGuardsAlone();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a reader", role("s3:GetObject")),
                fails("stops the trail", role("cloudtrail:StopLogging"), "cloudtrail:StopLogging"),
                fails("deletes evidence", role("s3:Delete*"), "s3:DeleteObjectVersion"),
                fails("turns alarms away", role("sns:SetTopicAttributes"), "sns:SetTopicAttributes"),
                fails("opens a security group", role("ec2:AuthorizeSecurityGroupIngress"), "ec2:Authorize"),
                fails("changes the cluster", role("eks:*"), "eks:UpdateClusterConfig"),
                unknown(
                        "a document from outputs",
                        stack(resource("aws:iam/role:Role", "r").unknown("inlinePolicies"))),
                notApplicable("no role", stack()));
    }

    private static StackBuilder role(String action) {
        return stack(resource("aws:iam/role:Role", "r")
                .set(
                        "inlinePolicies",
                        List.of(Map.of(
                                "policy",
                                "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"" + action
                                        + "\",\"Resource\":\"arn:aws:s3:::x/y\"}]}"))));
    }
}
