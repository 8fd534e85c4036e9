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
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class IamRoleCannotEscalateTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new IamRoleCannotEscalate();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "reading",
                        stack(
                                ROLE,
                                inline("{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::data/*'}"))),
                passes(
                        "passing one role to one service",
                        stack(
                                ROLE,
                                inline(
                                        "{'Effect':'Allow','Action':'iam:PassRole','Resource':'arn:aws:iam::111122223333:role/nodes','Condition':{'StringEquals':{'iam:PassedToService':'eks.amazonaws.com'}}}"))),
                passes(
                        "everything within a boundary",
                        stack(
                                resource(Roles.ROLE, "api")
                                        .set("permissionsBoundary", "arn:aws:iam::111122223333:policy/b"),
                                inline("{'Effect':'Allow','Action':'iam:PutRolePolicy','Resource':'*'}"))),
                fails(
                        "changing a policy",
                        stack(
                                ROLE,
                                inline(
                                        "{'Effect':'Allow','Action':'iam:createpolicyversion','Resource':'arn:aws:iam::111122223333:policy/x'}")),
                        "iam:CreatePolicyVersion"),
                fails(
                        "changing it by a wildcard",
                        stack(
                                ROLE,
                                inline(
                                        "{'Effect':'Allow','Action':'iam:Attach*','Resource':'arn:aws:iam::111122223333:role/x'}")),
                        "iam:AttachRolePolicy"),
                fails(
                        "passing any role",
                        stack(ROLE, inline("{'Effect':'Allow','Action':'iam:PassRole','Resource':'*'}")),
                        "iam:PassRole without"),
                fails(
                        "passing a role to what it starts, in two statements",
                        stack(
                                ROLE,
                                inline(
                                        "{'Effect':'Allow','Action':'ec2:RunInstances','Resource':'*'},{'Effect':'Allow','Action':'iam:PassRole','Resource':'arn:aws:iam::111122223333:role/nodes','Condition':{'StringEquals':{'iam:PassedToService':'ec2.amazonaws.com'}}}")),
                        "iam:PassRole with ec2:RunInstances"),
                fails(
                        "taking any role",
                        stack(
                                ROLE,
                                inline(
                                        "{'Effect':'Allow','Action':'sts:AssumeRole','Resource':'arn:aws:iam::*:role/*'}")),
                        "sts:AssumeRole"),
                fails(
                        "by an attached policy of the stack",
                        stack(
                                ROLE,
                                MANAGED,
                                resource(Roles.ATTACHMENT, "a")
                                        .refer("role", ROLE)
                                        .refer("policyArn", MANAGED)),
                        "eks:CreateAccessEntry"),
                fails(
                        "a service that pushes images",
                        trusting("oidc.eks/id/A", "system:serviceaccount:palisade:service", "ecr:PutImage"),
                        "ecr:PutImage"),
                fails(
                        "a preview that pushes images",
                        trusting(WebIdentity.GITHUB, "repo:example/palisade:environment:prod-preview", "ecr:Upload*"),
                        "ecr:UploadLayerPart"),
                fails(
                        "a preview that writes the state",
                        trusting(WebIdentity.GITHUB, "repo:example/palisade:environment:prod-preview", "s3:PutObject"),
                        "s3:PutObject"),
                passes(
                        "a preview that reads the state",
                        trusting(WebIdentity.GITHUB, "repo:example/palisade:environment:prod-preview", "s3:GetObject")),
                passes(
                        "a pipeline that pushes images",
                        trusting(WebIdentity.GITHUB, "repo:example/palisade:environment:prod-publish", "ecr:PutImage")),
                passes(
                        "a service that writes objects",
                        trusting("oidc.eks/id/A", "system:serviceaccount:palisade:service", "s3:PutObject")),
                unknown(
                        "a document from outputs",
                        stack(
                                ROLE,
                                resource(IdentityPolicies.INLINE, "p")
                                        .refer("role", ROLE)
                                        .unknown("policy"))),
                notApplicable("a role without rights of its own", stack(ROLE)));
    }

    private static final ResourceBuilder ROLE = resource(Roles.ROLE, "api");
    private static final ResourceBuilder MANAGED = resource(IdentityPolicies.MANAGED, "m")
            .set("policy", document("{'Effect':'Allow','Action':'eks:CreateAccessEntry','Resource':'*'}"));

    private static StackBuilder trusting(String issuer, String subject, String action) {
        ResourceBuilder role = resource(Roles.ROLE, "api")
                .set(
                        "assumeRolePolicy",
                        document(
                                "{'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity','Principal':{'Federated':'arn:aws:iam::111122223333:oidc-provider/%1$s'},'Condition':{'StringEquals':{'%1$s:sub':'%2$s'}}}"
                                        .formatted(issuer, subject)));
        return stack(
                role,
                resource(IdentityPolicies.INLINE, "p")
                        .refer("role", role)
                        .set(
                                "policy",
                                document("{'Effect':'Allow','Action':'%s','Resource':'arn:aws:x:::y'}"
                                        .formatted(action))));
    }

    private static ResourceBuilder inline(String statements) {
        return resource(IdentityPolicies.INLINE, "p").refer("role", ROLE).set("policy", document(statements));
    }
}
