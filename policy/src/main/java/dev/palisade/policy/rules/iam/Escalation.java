package dev.palisade.policy.rules.iam;

import dev.palisade.policy.graph.PolicyStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * The ways in which rights lead to more rights.
 *
 * @see <a href="https://github.com/RhinoSecurityLabs/AWS-IAM-Privilege-Escalation">Rhino Security Labs: privilege escalation</a>
 */
final class Escalation {
    private static final List<String> ALONE = List.of(
            "iam:AddUserToGroup",
            "iam:AttachGroupPolicy",
            "iam:AttachRolePolicy",
            "iam:AttachUserPolicy",
            "iam:CreateAccessKey",
            "iam:CreateLoginProfile",
            "iam:CreatePolicyVersion",
            "iam:DeleteRolePermissionsBoundary",
            "iam:PutGroupPolicy",
            "iam:PutRolePermissionsBoundary",
            "iam:PutRolePolicy",
            "iam:PutUserPolicy",
            "iam:SetDefaultPolicyVersion",
            "iam:UpdateAssumeRolePolicy",
            "iam:UpdateLoginProfile",
            "ec2-instance-connect:SendSSHPublicKey",
            "ec2:ModifyInstanceAttribute",
            "eks:AssociateAccessPolicy",
            "eks:CreateAccessEntry",
            "eks:UpdateAccessEntry",
            "kms:PutKeyPolicy",
            "lambda:UpdateFunctionCode",
            "lambda:UpdateFunctionConfiguration",
            "secretsmanager:PutResourcePolicy",
            "ssm:SendCommand",
            "ssm:StartSession",
            "codebuild:StartBuild",
            "glue:UpdateDevEndpoint",
            "s3:PutBucketPolicy",
            "ssm:CreateAssociation");
    private static final List<String> STARTING = List.of(
            "autoscaling:CreateAutoScalingGroup",
            "cloudformation:CreateStack",
            "codebuild:CreateProject",
            "datapipeline:CreatePipeline",
            "ec2:RunInstances",
            "ecs:RegisterTaskDefinition",
            "ecs:RunTask",
            "eks:CreateAddon",
            "eks:CreateNodegroup",
            "eks:CreatePodIdentityAssociation",
            "glue:CreateDevEndpoint",
            "glue:CreateJob",
            "lambda:CreateFunction",
            "sagemaker:CreateNotebookInstance",
            "scheduler:CreateSchedule",
            "ssm:StartAutomationExecution",
            "states:CreateStateMachine");
    private static final String PASS_ROLE = "iam:PassRole";

    private Escalation() {}

    /** What the statements together make possible, in the words of the actions. */
    static List<String> ways(List<PolicyStatement> statements) {
        List<String> ways = new ArrayList<>();
        ALONE.stream().filter(action -> isAllowed(statements, action)).forEach(ways::add);
        statements.forEach(statement -> alone(statement, ways));
        if (isAllowed(statements, PASS_ROLE)) {
            STARTING.stream()
                    .filter(action -> isAllowed(statements, action))
                    .map(action -> PASS_ROLE + " with " + action)
                    .forEach(ways::add);
        }
        return ways;
    }

    private static void alone(PolicyStatement statement, List<String> ways) {
        if (statement.allows("sts:AssumeRole")) {
            ways.add(
                    isUnbounded(statement) ? "sts:AssumeRole on every role" : "sts:AssumeRole, to become another role");
        }
        if (statement.allows("kms:CreateGrant")
                && statement.conditionsOn("kms:GrantIsForAWSResource").findAny().isEmpty()) {
            ways.add("kms:CreateGrant for whomever it likes");
        }
        if (statement.allows(PASS_ROLE) && (isUnbounded(statement) || !statement.pins("iam:PassedToService"))) {
            ways.add("iam:PassRole without the role or the service named");
        }
    }

    private static boolean isUnbounded(PolicyStatement statement) {
        return statement.notResource() || statement.resources().stream().anyMatch(Reach::isUnbounded);
    }

    private static boolean isAllowed(List<PolicyStatement> statements, String action) {
        return statements.stream().anyMatch(statement -> statement.allows(action));
    }
}
