package dev.palisade.policy.rules.observability;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.document;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.rules.iam.Roles;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class TrailIsDeliveredTest implements PolicyCases {
    private static final String CLOUDTRAIL = "cloudtrail.amazonaws.com";
    private static final String ARN = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/audit";
    private static final ResourceBuilder BUCKET = resource("aws:s3/bucketV2:BucketV2", "trail");
    private static final ResourceBuilder OTHER = resource("aws:s3/bucketV2:BucketV2", "other");

    @Override
    public Policy policy() {
        return new TrailIsDelivered();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("both", stack(BUCKET, delivery("s3:PutObject"), role(CLOUDTRAIL), trail())),
                fails("no bucket", stack(role(CLOUDTRAIL), trail().unset("s3BucketName")), "s3BucketName"),
                fails(
                        "a bucket from elsewhere",
                        stack(role(CLOUDTRAIL), trail().set("s3BucketName", "elsewhere")),
                        "s3BucketName"),
                fails(
                        "another bucket",
                        stack(
                                BUCKET,
                                OTHER,
                                delivery("s3:PutObject"),
                                role(CLOUDTRAIL),
                                trail().refer("s3BucketName", OTHER)),
                        "s3BucketName"),
                fails("a bucket without a policy", stack(BUCKET, role(CLOUDTRAIL), trail()), "s3BucketName"),
                fails(
                        "a bucket that may be looked at",
                        stack(BUCKET, delivery("s3:GetBucketAcl"), role(CLOUDTRAIL), trail()),
                        "s3BucketName"),
                passes(
                        "a bucket that takes this trail's objects",
                        stack(
                                BUCKET,
                                delivery("s3:PutObject", "arn:aws:cloudtrail:*:*:trail/audit"),
                                role(CLOUDTRAIL),
                                trail().set("arn", ARN))),
                fails(
                        "a bucket that takes another trail's objects",
                        stack(
                                BUCKET,
                                delivery("s3:PutObject", "arn:aws:cloudtrail:*:*:trail/another"),
                                role(CLOUDTRAIL),
                                trail().set("arn", ARN)),
                        "s3BucketName"),
                fails(
                        "no role",
                        stack(BUCKET, delivery("s3:PutObject"), trail().unset("cloudWatchLogsRoleArn")),
                        "cloudWatchLogsRoleArn"),
                fails(
                        "a role for another service",
                        stack(BUCKET, delivery("s3:PutObject"), role("ec2.amazonaws.com"), trail()),
                        "cloudWatchLogsRoleArn"),
                fails("a role without a trail", stack(role(CLOUDTRAIL)), "no trail uses it"),
                unknown(
                        "a bucket policy from outputs",
                        stack(BUCKET, delivery("s3:PutObject").unknown("policy"), role(CLOUDTRAIL), trail())),
                unknown(
                        "a bucket from outputs",
                        stack(
                                BUCKET,
                                delivery("s3:PutObject"),
                                role(CLOUDTRAIL),
                                resource(TrailIsComplete.TRAIL, "t")
                                        .unknown("s3BucketName")
                                        .refer("cloudWatchLogsRoleArn", role(CLOUDTRAIL)))),
                notApplicable("a role for another service alone", stack(role("ec2.amazonaws.com"))));
    }

    private static ResourceBuilder trail() {
        return resource(TrailIsComplete.TRAIL, "t")
                .refer("s3BucketName", BUCKET)
                .refer("cloudWatchLogsRoleArn", role(CLOUDTRAIL));
    }

    private static ResourceBuilder role(String service) {
        return resource(Roles.ROLE, "trail")
                .set(
                        "assumeRolePolicy",
                        document("{'Effect':'Allow','Principal':{'Service':'" + service
                                + "'},'Action':'sts:AssumeRole'}"));
    }

    private static ResourceBuilder delivery(String action) {
        return delivery(action, "*");
    }

    private static ResourceBuilder delivery(String action, String trail) {
        return resource("aws:s3/bucketPolicy:BucketPolicy", "p")
                .refer("bucket", BUCKET)
                .set(
                        "policy",
                        document("{'Effect':'Allow','Principal':{'Service':'" + CLOUDTRAIL
                                + "'},'Action':['s3:GetBucketAcl','" + action
                                + "'],'Resource':['arn:aws:s3:::trail','arn:aws:s3:::trail/*'],"
                                + "'Condition':{'ArnLike':{'aws:SourceArn':'" + trail + "'}}}"));
    }
}
