package dev.palisade.policy.rules.edge;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import java.util.Set;

@PolicyInfo(
        title = "Web ACLs log what they see, encrypted",
        severity = Severity.MEDIUM,
        rows = {Row.C11, Row.X7, Row.X10},
        controls = {
            "NIST 800-53 AU-12",
            "PCI DSS 10.2.1",
            "HIPAA 164.312(b)",
            "SOC 2 CC7.2",
            "GDPR 32(1)(a)",
            "Security Hub WAF.11"
        },
        why = "Without a log an attack is neither seen nor understood, and a false alarm cannot be told from one.",
        remedy = "Log to an encrypted group whose name begins with aws-waf-logs-, and drop nothing that is blocked.",
        snippet =
                "WebAclLoggingConfigurationArgs.builder().resourceArn(acl.arn()).logDestinationConfigs(group.arn().applyValue(List::of))")
public final class WebAclIsLogged implements RelationPolicy {
    private static final String LOGGING = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";
    private static final Property LOGGED = Property.of(LOGGING, "resourceArn");
    private static final Property DESTINATIONS = Property.of(LOGGING, "logDestinationConfigs");
    private static final Property DEFAULT = Property.of(LOGGING, "loggingFilter.defaultBehavior");
    private static final Property FILTERS = Property.of(LOGGING, "loggingFilter.filters");
    private static final Property BEHAVIOR = Property.of(LOGGING, "loggingFilter.filters[].behavior");
    private static final String GROUP = "aws:cloudwatch/logGroup:LogGroup";
    private static final Property NAME = Property.of(GROUP, "name");
    private static final Property KEY = Property.of(GROUP, "kmsKeyId");
    private static final String BUCKET = "aws:s3/bucketV2:BucketV2";
    private static final String STREAM = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";

    @Override
    public Set<String> types() {
        return Set.of(WebAclRule.ACL);
    }

    @Override
    public Verdict check(Resource acl, Graph graph) {
        Targets logging = graph.referrers(acl, LOGGED);
        Verdict verdict = Verdict.require(logging.exist(), "has no logging configuration");
        for (Resource configuration : logging.resources()) {
            Truth delivered = graph.targets(configuration, DESTINATIONS, GROUP, BUCKET, STREAM)
                    .any(WebAclIsLogged::takes);
            Truth kept = configuration
                    .get(DEFAULT)
                    .is("DROP")
                    .or(configuration.get(FILTERS).any(filter -> filter.get(BEHAVIOR)
                            .is("DROP")))
                    .not();
            verdict = verdict.and(
                            Verdict.require(delivered, "logs to no encrypted group of the program named aws-waf-logs-"))
                    .and(Verdict.require(kept, "drops a part of its log"));
        }
        return verdict;
    }

    private static Truth takes(Resource destination) {
        return destination.is(GROUP)
                ? destination
                        .get(NAME)
                        .matches(name -> name.startsWith("aws-waf-logs-"))
                        .and(destination.get(KEY).isPresent())
                : Truth.TRUE;
    }
}
