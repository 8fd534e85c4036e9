package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Set;

@PolicyInfo(
        title = "Buckets that hold more than logs have their requests logged",
        severity = Severity.LOW,
        rows = {Row.X12},
        controls = {"CIS AWS 3.8", "NIST 800-53 AU-12", "PCI DSS 10.2.1", "SOC 2 CC7.2", "Security Hub S3.9"},
        why = "Without it nobody can tell who read or removed a report.",
        remedy = "Deliver the bucket's access log to the bucket of logs.",
        snippet =
                "BucketLoggingV2Args.builder().bucket(reports.id()).targetBucket(logs.id()).targetPrefix(\"reports/\")")
public final class BucketIsLogged implements RelationPolicy {
    private static final String LOGGING = "aws:s3/bucketLoggingV2:BucketLoggingV2";
    private static final Property BUCKET = Property.of(LOGGING, "bucket");
    private static final Property TARGET = Property.of(LOGGING, "targetBucket");

    @Override
    public Set<String> types() {
        return Buckets.TYPES;
    }

    @Override
    public Verdict check(Resource bucket, Graph graph) {
        Truth logs = Buckets.takesLogs(bucket, graph);
        if (logs == Truth.TRUE) {
            return Verdict.NOT_APPLICABLE;
        }
        Truth logged = graph.referrers(bucket, BUCKET)
                .any(logging -> graph.targets(logging, TARGET, Buckets.BUCKET, Buckets.OLD_BUCKET)
                        .any(target -> Truth.of(!target.urn().equals(bucket.urn()))));
        return Verdict.require(logged.or(logs), "logs its requests to no other bucket of the program");
    }
}
