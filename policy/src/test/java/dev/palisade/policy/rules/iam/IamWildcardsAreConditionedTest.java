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

class IamWildcardsAreConditionedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new IamWildcardsAreConditioned();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a region", stack(inline("'*'", "{'StringEquals':{'aws:RequestedRegion':'eu-central-1'}}"))),
                passes("a resource", stack(inline("'arn:aws:s3:::data/*'", "{}"))),
                fails("no condition", stack(inline("'*'", "{}")), "without a condition"),
                fails(
                        "a condition that every request meets",
                        stack(inline("'*'", "{'StringLike':{'aws:RequestedRegion':'*'}}")),
                        "without a condition"),
                fails(
                        "one among others",
                        stack(inline(
                                "['arn:aws:s3:::data','*']", "{'StringEqualsIfExists':{'aws:RequestedRegion':'x'}}")),
                        "ec2:DescribeVpcs"),
                unknown(
                        "a document from outputs",
                        stack(resource(IdentityPolicies.INLINE, "p").unknown("policy"))),
                notApplicable("no document", stack()));
    }

    private static ResourceBuilder inline(String resources, String condition) {
        return resource(IdentityPolicies.INLINE, "p")
                .set(
                        "policy",
                        document("{'Effect':'Allow','Action':'ec2:DescribeVpcs','Resource':" + resources
                                + ",'Condition':" + condition + "}"));
    }
}
