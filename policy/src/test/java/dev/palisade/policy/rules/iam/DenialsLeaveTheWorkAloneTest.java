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

class DenialsLeaveTheWorkAloneTest implements PolicyCases {
    private static final String TRAIL =
            "{'Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'s3:PutObject','Resource':'arn:aws:s3:::trail/AWSLogs/*'},";

    @Override
    public Policy policy() {
        return new DenialsLeaveTheWorkAlone();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "a denial of plain text",
                        stack(
                                bucket(
                                        "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'false'}}}"))),
                passes(
                        "a denial of deletion",
                        stack(
                                bucket(
                                        "{'Effect':'Deny','Principal':'*','Action':'s3:DeleteObject*','Resource':'arn:aws:s3:::trail/*'}"))),
                passes(
                        "a denial below another prefix",
                        stack(
                                bucket(
                                        "{'Effect':'Deny','Principal':'*','Action':'s3:PutObject','Resource':'arn:aws:s3:::trail/tmp/*'}"))),
                passes(
                        "a denial to another service",
                        stack(
                                bucket(
                                        "{'Effect':'Deny','Principal':{'Service':'x.amazonaws.com'},'Action':'s3:PutObject','Resource':'*'}"))),
                fails(
                        "a denial to everybody",
                        stack(
                                bucket(
                                        "{'Effect':'Deny','Principal':'*','Action':'s3:Put*','Resource':'arn:aws:s3:::trail/*'}")),
                        "denies what it allows: s3:PutObject"),
                fails(
                        "a role's own denial",
                        stack(
                                resource(IdentityPolicies.INLINE, "logs")
                                        .set(
                                                "policy",
                                                document(
                                                        "{'Effect':'Allow','Action':'logs:PutLogEvents','Resource':'arn:aws:logs:x'},{'Effect':'Deny','Action':'logs:*','Resource':'*'}"))),
                        "logs:PutLogEvents"),
                unknown(
                        "a document from outputs",
                        stack(resource("aws:s3/bucketPolicy:BucketPolicy", "p").unknown("policy"))),
                notApplicable("no document", stack(resource(Roles.ROLE, "r"))));
    }

    private static ResourceBuilder bucket(String denial) {
        return resource("aws:s3/bucketPolicy:BucketPolicy", "p").set("policy", document(TRAIL + denial));
    }
}
