package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "Buckets are replicated to buckets of this stack alone",
        severity = Severity.HIGH,
        rows = {Row.C5, Row.X12},
        controls = {"NIST 800-53 AC-4", "NIST 800-53 CP-9", "PCI DSS 3.4.1", "SOC 2 CC6.7", "GDPR 44"},
        why = "A bucket's name tells no account: replication is the quietest way for data to leave.",
        remedy = "Name a bucket of the stack as the destination.",
        snippet = "BucketReplicationConfigRuleDestinationArgs.builder().bucket(copies.arn())")
public final class CopiesStayInTheStack implements RelationPolicy {
    private static final String REPLICATION = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
    private static final Property RULES = Property.of(REPLICATION, "rules");
    private static final Property DESTINATION = Property.of(REPLICATION, "rules[].destination");
    private static final Property BUCKET = Property.of(REPLICATION, "rules[].destination.bucket");

    /** A list of all names is a copy, too. */
    private static final Property LISTED_TO = Property.of("aws:s3/inventory:Inventory", "destination.bucket.bucketArn");

    @Override
    public Set<String> types() {
        return Set.of(REPLICATION, LISTED_TO.type());
    }

    @Override
    public Verdict check(Resource replication, Graph graph) {
        if (replication.is(LISTED_TO.type())) {
            return Verdict.require(
                    graph.targets(replication, LISTED_TO, Buckets.BUCKET, Buckets.OLD_BUCKET)
                            .exist(),
                    "lists objects in a bucket that is not of this stack");
        }
        return Verdict.require(
                replication.get(RULES).all(rule -> graph.targets(
                                replication,
                                BUCKET,
                                rule.get(DESTINATION).get(BUCKET),
                                Buckets.BUCKET,
                                Buckets.OLD_BUCKET)
                        .exist()),
                "copies objects to a bucket that is not of this stack");
    }
}
