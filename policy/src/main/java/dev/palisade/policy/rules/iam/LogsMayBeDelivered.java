package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Glob;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.Set;

/** A delivery that is refused is told to nobody: the log stays empty and looks like a quiet network. */
@PolicyInfo(
        title = "The role of a flow log or a trail may write to the log group that it is delivered to",
        severity = Severity.MEDIUM,
        rows = {Row.A2, Row.X8, Row.X10},
        controls = {"CIS AWS 3.7", "NIST 800-53 AU-5", "NIST 800-53 AU-12", "PCI DSS 10.2.1", "SOC 2 CC7.2"},
        why = "Delivered to another's log group, nothing arrives, or it arrives where nobody looks for it.",
        remedy = "Deliver to the log group that the role's policy names for logs:PutLogEvents.",
        snippet = "FlowLogArgs.builder().logDestination(group.arn()).iamRoleArn(role.arn())")
public final class LogsMayBeDelivered implements RelationPolicy {
    private static final String FLOW_LOG = "aws:ec2/flowLog:FlowLog";
    private static final String TRAIL = "aws:cloudtrail/trail:Trail";

    private static final Property GROUP = Property.of("aws:cloudwatch/logGroup:LogGroup", "arn");

    /** How a kind of log says where it is delivered, and by whom. */
    private record Delivery(Property group, Property role) {}

    private static Delivery of(Resource log) {
        return log.is(TRAIL)
                ? new Delivery(
                        Property.of(TRAIL, "cloudWatchLogsGroupArn"), Property.of(TRAIL, "cloudWatchLogsRoleArn"))
                : new Delivery(Property.of(FLOW_LOG, "logDestination"), Property.of(FLOW_LOG, "iamRoleArn"));
    }

    @Override
    public Set<String> types() {
        return Set.of(FLOW_LOG, TRAIL);
    }

    @Override
    public Verdict check(Resource log, Graph graph) {
        Delivery delivery = of(log);
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Resource role : graph.targets(log, delivery.role(), Roles.ROLE).resources()) {
            verdict = verdict.and(Rights.judge(role, graph, rights -> judge(log, delivery.group(), rights, graph)));
        }
        return verdict;
    }

    private static Verdict judge(Resource log, Property destination, List<PolicyStatement> rights, Graph graph) {
        List<String> writable = rights.stream()
                .filter(right -> right.covers("logs:PutLogEvents"))
                .flatMap(right -> right.resources().stream())
                .toList();
        return log.get(destination)
                .text()
                .map(arn -> arn.replaceFirst(":[*]$", ""))
                .map(arn -> Verdict.require(
                                Truth.of(mayWrite(writable, arn)),
                                "is delivered to a log group that its role may not write to: " + destination)
                        .and(Verdict.require(
                                Truth.of(!mayWriteToOthers(writable, arn, graph)),
                                "has a role that may write to other log groups too")))
                .orElse(
                        log.get(destination).isUnknown()
                                ? Verdict.unknown("not known yet: where it is delivered")
                                : Verdict.NOT_APPLICABLE);
    }

    private static boolean mayWriteToOthers(List<String> writable, String arn, Graph graph) {
        // What begins with its own name and a colon fits no other, and most rights do.
        List<String> wider =
                writable.stream().filter(name -> !name.startsWith(arn + ":")).toList();
        return !wider.isEmpty()
                && graph.ofType(GROUP.type()).stream()
                        .flatMap(group -> group.get(GROUP).text().stream())
                        .anyMatch(group -> !arn.equals(group) && mayWrite(wider, group));
    }

    private static boolean mayWrite(List<String> names, String group) {
        return names.stream().anyMatch(name -> new Glob(name).matches(group + ":log-stream:stream"));
    }
}
