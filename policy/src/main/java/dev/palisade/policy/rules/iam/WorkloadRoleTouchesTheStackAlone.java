package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyDocument;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A workload is what runs under a service account that the stack itself makes. */
@PolicyInfo(
        title = "A workload's role reaches data of this stack, and not the platform that it runs on",
        severity = Severity.HIGH,
        rows = {Row.X1, Row.C13, Row.X6},
        controls = {"NIST 800-53 AC-6", "NIST 800-53 AC-4", "PCI DSS 7.2.5", "SOC 2 CC6.3", "GDPR 25(2)"},
        why =
                "The service is what the internet reaches: whoever takes it over takes its role, and all that this opens.",
        remedy = "Name the ARNs of the stack's own secrets, keys and stores, with the actions that read or write data.",
        snippet =
                "Statement.allow(\"ReadSecret\").actions(\"secretsmanager:GetSecretValue\").on(List.of(secret.arn()))")
public final class WorkloadRoleTouchesTheStackAlone implements RelationPolicy {
    private static final Property NAMESPACE = Property.of(ServiceAccounts.ACCOUNT, "metadata.namespace");
    private static final Property NAME = Property.of(ServiceAccounts.ACCOUNT, "metadata.name");
    private static final Pattern PLATFORM = Pattern.compile("(?i)(eks|iam|sts|ec2|ecr|ssm|cloudtrail|guardduty|config"
            + "|organizations|elasticloadbalancing|route53|wafv2|backup):.*|logs:(get|filter|start|delete|test).*"
            + "|secretsmanager:(?!get|describe).*|kms:(?!decrypt|describekey|generatedatakey|encrypt).*");
    private static final Pattern SEALING = Pattern.compile("(?i)kms:(generatedatakey|encrypt).*");
    private static final List<String> WRITING =
            List.of("s3:PutObject", "sqs:SendMessage", "sns:Publish", "dynamodb:PutItem", "kinesis:PutRecord");

    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE);
    }

    @Override
    public Verdict check(Resource role, Graph graph) {
        Set<String> workloads = graph.view(Workloads.class, Workloads::of).subjects();
        boolean ofWorkload =
                WebIdentity.subjects(PolicyDocument.of(Roles.trust(role))).anyMatch(workloads::contains);
        return ofWorkload
                ? Rights.judge(role, graph, rights -> {
                    boolean writes = WRITING.stream().anyMatch(action -> Rights.allow(rights, action));
                    return rights.stream()
                            .map(right -> judge(right, writes, graph))
                            .reduce(Verdict.PASS, Verdict::and);
                })
                : Verdict.NOT_APPLICABLE;
    }

    private static Verdict judge(PolicyStatement right, boolean writes, Graph graph) {
        List<String> beyond = right.actions().stream()
                .filter(action -> PLATFORM.matcher(action).matches()
                        || (!writes && SEALING.matcher(action).matches()))
                .toList();
        List<String> foreign = right.resources().stream()
                .filter(name -> !"*".equals(name) && !Arns.of(graph).reach(name))
                .toList();
        return Verdict.require(Truth.of(beyond.isEmpty()), "may do what a workload does not need: " + beyond)
                .and(Verdict.require(Truth.of(foreign.isEmpty()), "reaches what is not of this stack: " + foreign));
    }

    /** The service accounts of the stack, as tokens name them. */
    private record Workloads(Set<String> subjects) {
        static Workloads of(Graph graph) {
            return new Workloads(graph.ofType(ServiceAccounts.ACCOUNT).stream()
                    .map(account -> "system:serviceaccount:"
                            + account.get(NAMESPACE).text().orElse("default") + ":"
                            + account.get(NAME).text().orElse(""))
                    .collect(Collectors.toSet()));
        }
    }
}
