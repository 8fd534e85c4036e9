package dev.palisade.platform.edge;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.iam.Statement;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.AccountSettings;
import dev.palisade.platform.settings.StackSettings;
import dev.palisade.platform.storage.PrivateBucket;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The bucket of the load balancer's logs. Log delivery refuses customer managed keys, so it is under SSE-S3. */
final class AccessLogs extends Room {

    /** Prefix of the log of requests. */
    static final String REQUESTS = "requests";

    /** Prefix of the log of connections. */
    static final String CONNECTIONS = "connections";

    private final PrivateBucket bucket;

    AccessLogs(StackSettings settings, ComponentResourceOptions options) {
        super("edge:AccessLogs", "access-logs", options);
        bucket = new PrivateBucket(
                "access-logs",
                settings,
                Optional.empty(),
                false,
                arn -> List.of(delivery(arn, settings.account())),
                nested());
        finished();
    }

    Output<String> bucket() {
        return bucket.bucket();
    }

    /** The account in the path is what keeps other accounts' load balancers out. */
    private static Statement delivery(Output<String> bucketArn, AccountSettings account) {
        return Statement.allow("DeliverLogs")
                .toService("logdelivery.elasticloadbalancing.amazonaws.com")
                .actions("s3:PutObject")
                .on(Stream.of(REQUESTS, CONNECTIONS)
                        .map(prefix ->
                                bucketArn.applyValue(arn -> arn + "/" + prefix + "/AWSLogs/" + account.id() + "/*"))
                        .toList());
    }
}
