package dev.palisade.policy.rules.iam;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.document;
import static dev.palisade.policy.rules.PolicyJson.json;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.rules.kms.Keys;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class PreviewChangesNothingTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new PreviewChangesNothing();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("descriptions", stack(role(), rights(look("ec2:DescribeVpcs", "*")))),
                passes(
                        "Pulumi's state",
                        stack(role(), BUCKET, rights(look("s3:GetObject", "arn:aws:s3:::palisade-state/*")))),
                passes("the state's key, by its tag", stack(role(), KEY, PROVIDER, rights(decrypt("StateOf")))),
                fails("every key of the stack", stack(role(), KEY, PROVIDER, rights(decrypt("Stack"))), "own keys"),
                fails("a start", stack(role(), rights(look("ec2:RunInstances", "*"))), "may change"),
                fails("a wildcard", stack(role(), rights(look("eks:*", "*"))), "may change"),
                fails("a secret", stack(role(), rights(look("secretsmanager:GetSecretValue", "*"))), "reads data"),
                fails("what covers a secret", stack(role(), rights(look("secretsmanager:Get*", "*"))), "reads data"),
                fails(
                        "objects of the stack's buckets",
                        stack(role(), BUCKET, rights(look("s3:Get*", "arn:aws:s3:::palisade-*"))),
                        "buckets hold"),
                unknown(
                        "rights from outputs",
                        stack(
                                role(),
                                resource(IdentityPolicies.INLINE, "rights")
                                        .refer("role", role())
                                        .unknown("policy"))),
                unknown("trust from outputs", stack(resource(Roles.ROLE, "r").unknown("assumeRolePolicy"))),
                notApplicable("a role that pushes", stack(role(), rights(look("ecr:PutImage", "*")))));
    }

    private static final ResourceBuilder BUCKET =
            resource("aws:s3/bucketV2:BucketV2", "evidence").set("bucket", "palisade-evidence");
    private static final ResourceBuilder KEY =
            resource(Keys.KEY, "k").output("arn", "arn:aws:kms:eu-central-1:111122223333:key/k");
    private static final ResourceBuilder PROVIDER =
            resource("pulumi:providers:aws", "aws").set("defaultTags", json("{'tags':{'Stack':'prod'}}"));

    private static String look(String action, String resource) {
        return "{'Effect':'Allow','Action':'" + action + "','Resource':'" + resource + "'}";
    }

    private static String decrypt(String tag) {
        return "{'Effect':'Allow','Action':'kms:Decrypt','Resource':'*','Condition':{'StringEquals':{'aws:ResourceTag/"
                + tag + "':'prod'}}}";
    }

    private static ResourceBuilder role() {
        return resource(Roles.ROLE, "pipeline")
                .set(
                        "assumeRolePolicy",
                        document(
                                "{'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity','Principal':{'Federated':'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'}}"));
    }

    private static ResourceBuilder rights(String... statements) {
        return resource(IdentityPolicies.INLINE, "rights").refer("role", role()).set("policy", document(statements));
    }
}
