package dev.palisade.policy.rules.iam;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.allow;
import static dev.palisade.policy.rules.PolicyJson.document;
import static dev.palisade.policy.rules.PolicyJson.json;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import java.util.Map;

class IamPolicyNamesItsActionsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new IamPolicyNamesItsActions();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a wildcard that reads secrets",
                        stack(
                                resource("aws:iam/rolePolicy:RolePolicy", "p")
                                        .set(
                                                "policy",
                                                "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"secretsmanager:Get*\",\"Resource\":\"arn:aws:secretsmanager:eu-central-1:111122223333:secret:x-AbCdEf\"}]}")),
                        "secretsmanager:getsecretvalue"),
                passes("actions by name", stack(policy(allow("s3:GetObject", "arn:aws:s3:::data/*")))),
                passes(
                        "a wildcard within a service on one bucket",
                        stack(policy(allow("s3:Get*", "arn:aws:s3:::data/*")))),
                passes(
                        "a denial of everything",
                        stack(policy(document("{'Effect':'Deny','Action':'*','Resource':'*'}")))),
                fails("everything", stack(policy(allow("*", "*"))), "every service"),
                fails("everything, written as two wildcards", stack(policy(allow("*:*", "*"))), "every service"),
                fails(
                        "a whole service on one resource",
                        stack(policy(allow("s3:*", "arn:aws:s3:::data"))),
                        "every action of the service"),
                fails("a wildcard action everywhere", stack(policy(allow("ec2:Run*", "*"))), "on every resource"),
                fails(
                        "a wildcard action on all of a kind",
                        stack(policy(allow("secretsmanager:Get*", "arn:aws:secretsmanager:*:*:secret:*"))),
                        "on every resource"),
                fails(
                        "NotAction with Allow",
                        stack(policy(document("{'Effect':'Allow','NotAction':'iam:*','Resource':'*'}"))),
                        "NotAction"),
                fails(
                        "an inline policy of a role",
                        stack(resource(IdentityPolicies.ROLE, "api")
                                .set("inlinePolicies", List.of(Map.of("name", "all", "policy", allow("*", "*"))))),
                        "every service"),
                fails(
                        "a single statement that is no list",
                        stack(
                                policy(
                                        json(
                                                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':['s3:GetObject','*'],'Resource':'*'}}"))),
                        "every service"),
                fails("a document that is no JSON", stack(policy("{")), "is not JSON"),
                fails(
                        "a misspelt element",
                        stack(policy(document("{'Effect':'Allow','Actions':'s3:GetObject','Resource':'*'}"))),
                        "unknown element"),
                unknown(
                        "a document from outputs",
                        stack(resource(IdentityPolicies.INLINE, "api").unknown("policy"))),
                notApplicable("a role without inline policies", stack(resource(IdentityPolicies.ROLE, "api"))));
    }

    private static ResourceBuilder policy(String document) {
        return resource(IdentityPolicies.INLINE, "api").set("policy", document);
    }
}
