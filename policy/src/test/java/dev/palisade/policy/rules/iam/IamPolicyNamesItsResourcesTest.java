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

class IamPolicyNamesItsResourcesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new IamPolicyNamesItsResources();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "any account",
                        stack(
                                resource("aws:iam/rolePolicy:RolePolicy", "p")
                                        .set(
                                                "policy",
                                                "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"kms:Decrypt\",\"Resource\":\"arn:aws:kms:eu-central-1:*:key/1\"}]}")),
                        "every account"),
                fails(
                        "secrets by prefix",
                        stack(
                                resource("aws:iam/rolePolicy:RolePolicy", "p")
                                        .set(
                                                "policy",
                                                "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"secretsmanager:GetSecretValue\",\"Resource\":\"arn:aws:secretsmanager:eu-central-1:111122223333:secret:app/*\"}]}")),
                        "begins alike"),
                passes(
                        "a secret whose last characters AWS chooses",
                        stack(
                                resource("aws:iam/rolePolicy:RolePolicy", "p")
                                        .set(
                                                "policy",
                                                "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"secretsmanager:GetSecretValue\",\"Resource\":\"arn:aws:secretsmanager:eu-central-1:111122223333:secret:app-??????\"}]}"))),
                passes(
                        "a named secret",
                        stack(policy(allow(
                                "secretsmanager:GetSecretValue",
                                "arn:aws:secretsmanager:eu-central-1:111122223333:secret:api-x1")))),
                passes(
                        "descriptions of everything",
                        stack(
                                policy(
                                        document(
                                                "{'Effect':'Allow','Action':['ec2:DescribeVpcs','ecr:GetAuthorizationToken'],'Resource':'*'}")))),
                passes("a default of the account", stack(policy(allow("ec2:GetEbsEncryptionByDefault", "*")))),
                passes(
                        "everything with a tag",
                        stack(
                                policy(
                                        document(
                                                "{'Effect':'Allow','Action':'ec2:DeleteVolume','Resource':'*','Condition':{'StringEquals':{'ec2:ResourceTag/owner':'palisade'}}}")))),
                fails(
                        "every secret",
                        stack(policy(allow("secretsmanager:GetSecretValue", "*"))),
                        "allows secretsmanager:GetSecretValue on every resource"),
                fails(
                        "every secret of every account",
                        stack(policy(allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:*:*:secret:*"))),
                        "on every resource"),
                fails("every bucket", stack(policy(allow("s3:PutObject", "arn:aws:s3:::*"))), "on every resource"),
                fails(
                        "every key",
                        stack(policy(document(
                                "{'Effect':'Allow','Action':['kms:DescribeKey','KMS:decrypt'],'Resource':['*']}"))),
                        "allows KMS:decrypt"),
                fails(
                        "NotResource",
                        stack(policy(document(
                                "{'Effect':'Allow','Action':'s3:GetObject','NotResource':'arn:aws:s3:::data'}"))),
                        "NotResource"),
                fails(
                        "no resource",
                        stack(policy(document("{'Effect':'Allow','Action':'s3:GetObject'}"))),
                        "without a resource"),
                fails(
                        "a tag that need not be there",
                        stack(
                                policy(
                                        document(
                                                "{'Effect':'Allow','Action':'ec2:DeleteVolume','Resource':'*','Condition':{'StringEqualsIfExists':{'aws:ResourceTag/owner':'palisade'}}}"))),
                        "on every resource"),
                fails(
                        "a tag with any value",
                        stack(
                                policy(
                                        document(
                                                "{'Effect':'Allow','Action':'ec2:DeleteVolume','Resource':'*','Condition':{'StringLike':{'aws:ResourceTag/owner':'*'}}}"))),
                        "on every resource"),
                unknown(
                        "a document from outputs",
                        stack(resource(IdentityPolicies.MANAGED, "api").unknown("policy"))),
                notApplicable("no policy", stack()));
    }

    private static ResourceBuilder policy(String document) {
        return resource(IdentityPolicies.MANAGED, "api").set("policy", document);
    }
}
