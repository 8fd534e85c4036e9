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

class PublisherOnlyPublishesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new PublisherOnlyPublishes();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a push and a report", stack(role(), EVIDENCE, rights(PUSH, REPORT))),
                fails(
                        "a secret",
                        stack(
                                role(),
                                rights(
                                        PUSH,
                                        "{'Effect':'Allow','Action':'secretsmanager:GetSecretValue','Resource':'arn:aws:secretsmanager:eu-central-1:111122223333:secret:x'}")),
                        "secretsmanager:GetSecretValue"),
                fails(
                        "images that it deletes",
                        stack(
                                role(),
                                rights(PUSH.replace("'ecr:PutImage'", "['ecr:PutImage','ecr:BatchDeleteImage']"))),
                        "ecr:BatchDeleteImage"),
                fails(
                        "a wildcard",
                        stack(role(), rights(PUSH.replace("ecr:PutImage", "ecr:*"))),
                        "what that does not need"),
                fails(
                        "any repository",
                        stack(role(), rights(PUSH.replace("repository/service", "repository/palisade-*"))),
                        "not named"),
                fails(
                        "Pulumi's state",
                        stack(role(), EVIDENCE, rights(PUSH, REPORT.replace("evidence", "state"))),
                        "locked bucket"),
                fails(
                        "the whole of the bucket",
                        stack(role(), EVIDENCE, rights(PUSH, REPORT.replace("reports/*", "*"))),
                        "locked bucket"),
                unknown(
                        "rights from outputs",
                        stack(
                                role(),
                                resource(IdentityPolicies.INLINE, "rights")
                                        .refer("role", role())
                                        .unknown("policy"))),
                notApplicable("a role that pushes nothing", stack(role(), EVIDENCE, rights(REPORT))));
    }

    private static final String PUSH =
            "{'Effect':'Allow','Action':'ecr:PutImage','Resource':'arn:aws:ecr:eu-central-1:111122223333:repository/service'}";
    private static final String REPORT =
            "{'Effect':'Allow','Action':'s3:PutObject','Resource':'arn:aws:s3:::evidence/reports/*'}";
    private static final ResourceBuilder EVIDENCE = resource("aws:s3/bucketV2:BucketV2", "evidence")
            .set("bucket", "evidence")
            .set("objectLockEnabled", true);

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
