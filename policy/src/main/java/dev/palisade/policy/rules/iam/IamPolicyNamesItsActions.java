package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Glob;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A wildcard within a service is let pass where the resources are named; one over a whole service never is. */
@PolicyInfo(
        title = "IAM policies name the actions that they allow",
        severity = Severity.CRITICAL,
        rows = {Row.X1, Row.C13},
        controls = {
            "CIS AWS 1.15",
            "NIST 800-53 AC-6",
            "PCI DSS 7.2.2",
            "HIPAA 164.312(a)(1)",
            "SOC 2 CC6.3",
            "GDPR 25(2)",
            "Security Hub IAM.1",
            "Security Hub IAM.21"
        },
        why = "A wildcard allows what nobody thought of, and whatever AWS adds to the service tomorrow; "
                + "Allow with NotAction allows everything but a list.",
        remedy = "List the actions that are called, one by one.",
        snippet = "Statement.allow(\"ReadConfig\").actions(\"ssm:GetParameter\").on(parameterArn)")
public final class IamPolicyNamesItsActions implements ResourcePolicy {
    /** What gives data, rights or control away, in lower case: it is named or it is not meant. */
    private static final List<String> SENSITIVE = List.of(
            "secretsmanager:getsecretvalue",
            "secretsmanager:putsecretvalue",
            "ssm:getparameter",
            "ssm:sendcommand",
            "s3:putobject",
            "s3:deleteobject",
            "s3:putbucketpolicy",
            "dynamodb:putitem",
            "sqs:receivemessage",
            "kms:decrypt",
            "kms:creategrant",
            "kms:putkeypolicy",
            "kms:schedulekeydeletion",
            "iam:passrole",
            "iam:putrolepolicy",
            "iam:createaccesskey",
            "sts:assumerole",
            "ec2:runinstances",
            "ec2:authorizesecuritygroupingress",
            "lambda:invokefunction",
            "lambda:updatefunctioncode",
            "logs:getlogevents",
            "logs:deleteloggroup",
            "ecr:putimage",
            "eks:accesskubernetesapi",
            "eks:createaccessentry",
            "cloudtrail:stoplogging");

    @Override
    public Set<String> types() {
        return IdentityPolicies.TYPES;
    }

    @Override
    public Verdict check(Resource resource) {
        return IdentityPolicies.each(resource, IamPolicyNamesItsActions::judge);
    }

    private static Verdict judge(PolicyStatement statement) {
        if (!statement.allow()) {
            return Verdict.PASS;
        }
        if (statement.notAction()) {
            return Verdict.fail("allows everything but a list: NotAction with Allow");
        }
        boolean everywhere =
                statement.notResource() || statement.resources().stream().anyMatch(Reach::isUnbounded);
        return statement.actions().stream()
                .map(action -> judge(action, everywhere))
                .reduce(Verdict.PASS, Verdict::and);
    }

    private static Verdict judge(String action, boolean everywhere) {
        String name = action.substring(action.indexOf(':') + 1);
        if (action.indexOf(':') < 0 || Glob.hasWildcard(action.substring(0, action.indexOf(':')))) {
            return Verdict.fail("allows " + action + ": actions of every service");
        }
        if (name.replaceAll("[*?]", "").isEmpty()) {
            return Verdict.fail("allows " + action + ": every action of the service");
        }
        if (everywhere && Glob.hasWildcard(name)) {
            return Verdict.fail("allows the wildcard action " + action + " on every resource");
        }
        if (Glob.hasWildcard(name)) {
            Glob wild = new Glob(action.toLowerCase(Locale.ROOT));
            Optional<String> sensitive =
                    SENSITIVE.stream().filter(wild::matches).findFirst();
            if (sensitive.isPresent()) {
                return Verdict.fail("allows " + action + ", and with it " + sensitive.get());
            }
        }
        return Verdict.PASS;
    }
}
