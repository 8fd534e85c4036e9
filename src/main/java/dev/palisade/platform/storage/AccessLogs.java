package dev.palisade.platform.storage;

import com.pulumi.aws.s3.BucketLoggingV2;
import com.pulumi.aws.s3.BucketLoggingV2Args;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.palisade.platform.iam.Statement;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.AccountSettings;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The bucket of the logs of the load balancer and of other buckets. Both deliveries refuse customer managed keys, so it
 * is under SSE-S3.
 */
public final class AccessLogs extends Room {

    /** Prefix of the load balancer's log of requests. */
    public static final String REQUESTS = "requests";

    /** Prefix of the load balancer's log of connections. */
    public static final String CONNECTIONS = "connections";

    /** Prefix of the logs of buckets. */
    private static final String BUCKETS = "buckets/";

    private final PrivateBucket bucket;

    /** Builds the bucket with the right to write for the two deliveries alone. */
    public AccessLogs(StackSettings settings, ComponentResourceOptions options) {
        super("edge:AccessLogs", "access-logs", options);
        bucket = new PrivateBucket(
                "access-logs",
                settings,
                Optional.empty(),
                false,
                arn -> List.of(fromLoadBalancer(arn, settings.account()), fromBuckets(arn, settings.account())),
                nested());
        finished();
    }

    /** The bucket's name. */
    public Output<String> bucket() {
        return bucket.bucket();
    }

    /** Lets S3 log here who reads and writes another bucket. */
    public void of(String name, PrivateBucket logged, CustomResourceOptions options) {
        new BucketLoggingV2(
                name,
                BucketLoggingV2Args.builder()
                        .bucket(logged.bucket())
                        .targetBucket(bucket())
                        .targetPrefix(BUCKETS + name + "/")
                        .build(),
                options);
    }

    /** The account in the path is what keeps other accounts' load balancers out. */
    private static Statement fromLoadBalancer(Output<String> bucketArn, AccountSettings account) {
        return Statement.allow("DeliverLogs")
                .toService("logdelivery.elasticloadbalancing.amazonaws.com")
                .actions("s3:PutObject")
                .on(Stream.of(REQUESTS, CONNECTIONS)
                        .map(prefix ->
                                bucketArn.applyValue(arn -> arn + "/" + prefix + "/AWSLogs/" + account.id() + "/*"))
                        .toList());
    }

    private static Statement fromBuckets(Output<String> bucketArn, AccountSettings account) {
        return Statement.allow("DeliverBucketLogs")
                .toService("logging.s3.amazonaws.com")
                .actions("s3:PutObject")
                .on(List.of(bucketArn.applyValue(arn -> arn + "/" + BUCKETS + "*")))
                .when("StringEquals", "aws:SourceAccount", account.id());
    }
}
