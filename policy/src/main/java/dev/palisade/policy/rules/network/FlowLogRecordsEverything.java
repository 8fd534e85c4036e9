package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "Flow logs record all traffic, encrypted, with a role of their own",
        severity = Severity.MEDIUM,
        rows = {Row.A2, Row.X10},
        controls = {
            "CIS AWS 3.7",
            "NIST 800-53 AU-3",
            "NIST 800-53 AU-9",
            "PCI DSS 10.2.1",
            "HIPAA 164.312(b)",
            "SOC 2 CC7.2",
            "Security Hub EC2.6"
        },
        why =
                "What was accepted shows the damage, what was rejected the attempt; a log that is not delivered shows nothing.",
        remedy = "Record ALL to an encrypted log group with a role that vpc-flow-logs.amazonaws.com may assume.",
        snippet = "FlowLogArgs.builder().trafficType(\"ALL\").logDestination(group.arn()).iamRoleArn(role.arn())")
public final class FlowLogRecordsEverything implements RelationPolicy {
    private static final String LOG = "aws:ec2/flowLog:FlowLog";
    private static final Property TRAFFIC = Property.of(LOG, "trafficType");
    private static final Property INTERVAL = Property.of(LOG, "maxAggregationInterval");
    private static final Property KIND = Property.of(LOG, "logDestinationType");
    private static final Property DESTINATION = Property.of(LOG, "logDestination");
    private static final Property NAMED = Property.of(LOG, "logGroupName");
    private static final Property ROLE = Property.of(LOG, "iamRoleArn");
    private static final String GROUP = "aws:cloudwatch/logGroup:LogGroup";
    private static final Property KEY = Property.of(GROUP, "kmsKeyId");
    private static final Property TRUST = Property.of("aws:iam/role:Role", "assumeRolePolicy");

    private static final Property FORMAT = Property.of(LOG, "logFormat");
    private static final List<String> FIELDS =
            List.of("${srcaddr}", "${dstaddr}", "${srcport}", "${dstport}", "${protocol}", "${action}");

    @Override
    public Set<String> types() {
        return Set.of(LOG);
    }

    @Override
    public Verdict check(Resource log, Graph graph) {
        Verdict verdict = Verdict.require(log.get(TRAFFIC).is("ALL"), "leaves traffic out: trafficType is not ALL")
                .and(Verdict.require(
                        log.get(INTERVAL).isPresent().not().or(log.get(INTERVAL).isOneOf("60", "600")),
                        "gathers longer than ten minutes: maxAggregationInterval is neither 60 nor 600"));
        Value format = log.get(FORMAT);
        verdict = verdict.and(Verdict.require(
                format.isPresent()
                        .not()
                        .or(() -> format.matches(
                                text -> text.isEmpty() || FIELDS.stream().allMatch(text::contains))),
                "leaves out who met whom, where, or whether it was let through: logFormat"));
        Truth toGroup = log.get(KIND).isPresent().not().or(log.get(KIND).is("cloud-watch-logs"));
        if (toGroup == Truth.FALSE) {
            return verdict.and(Verdict.require(
                    graph.targets(
                                    log,
                                    DESTINATION,
                                    "aws:s3/bucketV2:BucketV2",
                                    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream")
                            .exist(),
                    "is delivered to nothing of this stack"));
        }
        Property destination = log.get(DESTINATION).isMissing() ? NAMED : DESTINATION;
        return verdict.and(Verdict.require(
                        graph.targets(log, destination, GROUP)
                                .any(group -> group.get(KEY).isPresent()),
                        "is delivered to no encrypted log group of this stack"))
                .and(Verdict.require(
                        graph.targets(log, ROLE, "aws:iam/role:Role").any(role -> role.get(TRUST)
                                .matches(text -> text.contains("vpc-flow-logs.amazonaws.com"))),
                        "is delivered with no role that flow logs may assume"));
    }
}
