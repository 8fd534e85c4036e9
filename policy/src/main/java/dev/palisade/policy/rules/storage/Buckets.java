package dev.palisade.policy.rules.storage;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import java.util.Set;

/** The resources that say how a bucket is kept; each names the bucket by its name. */
final class Buckets {
    static final String BUCKET = "aws:s3/bucketV2:BucketV2";
    static final String OLD_BUCKET = "aws:s3/bucket:Bucket";
    /** What policies on buckets judge. */
    static final Set<String> TYPES = Set.of(BUCKET, OLD_BUCKET);

    private static final Property POLICY_BUCKET = Property.of("aws:s3/bucketPolicy:BucketPolicy", "bucket");
    private static final Property LOGGED_TO = Property.of("aws:s3/bucketLoggingV2:BucketLoggingV2", "targetBucket");
    private static final Property ACCESS_LOGS = Property.of("aws:lb/loadBalancer:LoadBalancer", "accessLogs.bucket");
    private static final Property CONNECTION_LOGS =
            Property.of("aws:lb/loadBalancer:LoadBalancer", "connectionLogs.bucket");

    private Buckets() {}

    static Targets policies(Resource bucket, Graph graph) {
        return graph.referrers(bucket, POLICY_BUCKET);
    }

    /** Whether logs of others are delivered to it. */
    static Truth takesLogs(Resource bucket, Graph graph) {
        return graph.referrers(bucket, LOGGED_TO)
                .exist()
                .or(graph.referrers(bucket, ACCESS_LOGS).exist())
                .or(graph.referrers(bucket, CONNECTION_LOGS).exist());
    }
}
