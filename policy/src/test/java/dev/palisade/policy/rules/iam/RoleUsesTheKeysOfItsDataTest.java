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
import dev.palisade.policy.rules.kms.Keys;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import java.util.Map;

class RoleUsesTheKeysOfItsDataTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new RoleUsesTheKeysOfItsData();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("its secret's key", stack(ROLE, KEY, OTHER, SECRET, rights(SECRET_ARN, KEY_ARN))),
                fails(
                        "another's key",
                        stack(ROLE, KEY, OTHER, SECRET, rights(SECRET_ARN, OTHER_ARN)),
                        "encrypts nothing of what it touches"),
                fails(
                        "no key",
                        stack(
                                ROLE,
                                KEY,
                                SECRET,
                                resource(IdentityPolicies.INLINE, "i")
                                        .refer("role", ROLE)
                                        .set("policy", allow("secretsmanager:GetSecretValue", SECRET_ARN))),
                        "may not use"),
                fails(
                        "the key of another bucket than it writes to",
                        stack(
                                ROLE,
                                KEY,
                                OTHER,
                                resource(ENCRYPTION, "e")
                                        .set("bucket", "reports")
                                        .set(
                                                "rules",
                                                List.of(Map.of(
                                                        "applyServerSideEncryptionByDefault",
                                                        Map.of("kmsMasterKeyId", "k-id")))),
                                resource(IdentityPolicies.INLINE, "i")
                                        .refer("role", ROLE)
                                        .set(
                                                "policy",
                                                document(
                                                        "{'Effect':'Allow','Action':'s3:PutObject','Resource':'arn:aws:s3:::reports/x/*'}",
                                                        "{'Effect':'Allow','Action':'kms:GenerateDataKey','Resource':'"
                                                                + OTHER_ARN + "'}"))),
                        "encrypts nothing of what it touches"),
                unknown(
                        "rights from outputs",
                        stack(
                                ROLE,
                                resource(IdentityPolicies.INLINE, "i")
                                        .refer("role", ROLE)
                                        .unknown("policy"))),
                notApplicable("a role that touches no data", stack(ROLE, KEY, rights("arn:aws:x", KEY_ARN))));
    }

    private static final String ENCRYPTION =
            "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2";
    private static final String SECRET_ARN = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:s";
    private static final String KEY_ARN = "arn:aws:kms:eu-central-1:111122223333:key/k";
    private static final String OTHER_ARN = "arn:aws:kms:eu-central-1:111122223333:key/o";
    private static final ResourceBuilder ROLE = resource(Roles.ROLE, "r")
            .set(
                    "assumeRolePolicy",
                    document(
                            "{'Effect':'Allow','Principal':{'Service':'lambda.amazonaws.com'},'Action':'sts:AssumeRole'}"));
    private static final ResourceBuilder KEY = resource(Keys.KEY, "k").output("arn", KEY_ARN);
    private static final ResourceBuilder OTHER = resource(Keys.KEY, "o").output("arn", OTHER_ARN);
    private static final ResourceBuilder SECRET = resource("aws:secretsmanager/secret:Secret", "s")
            .refer("kmsKeyId", KEY)
            .output("arn", SECRET_ARN);

    private static ResourceBuilder rights(String secret, String key) {
        return resource(IdentityPolicies.INLINE, "i")
                .refer("role", ROLE)
                .set(
                        "policy",
                        document(
                                "{'Effect':'Allow','Action':'secretsmanager:GetSecretValue','Resource':'" + secret
                                        + "'}",
                                "{'Effect':'Allow','Action':'kms:Decrypt','Resource':'" + key + "'}"));
    }
}
