package dev.palisade.policy.rules.storage;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class BucketIsLoggedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new BucketIsLogged();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("logged", stack(bucket(), logs(), logging())),
                fails("not logged", stack(bucket()), "no other bucket"),
                fails(
                        "to itself",
                        stack(
                                bucket(),
                                logging().refer("targetBucket", bucket()),
                                resource("aws:s3/bucketV2:BucketV2", "more")),
                        "no other bucket"),
                fails("to a stranger", stack(bucket(), logging().set("targetBucket", "stranger")), "no other bucket"),
                unknown(
                        "to what is not known yet",
                        stack(
                                bucket(),
                                resource(LOGGING, "reports")
                                        .refer("bucket", bucket())
                                        .unknown("targetBucket"))),
                notApplicable(
                        "a load balancer's logs",
                        stack(
                                logs(),
                                resource("aws:lb/loadBalancer:LoadBalancer", "service")
                                        .refer("accessLogs.bucket", logs()))),
                notApplicable("no bucket", stack()));
    }

    private static final String LOGGING = "aws:s3/bucketLoggingV2:BucketLoggingV2";

    private static ResourceBuilder bucket() {
        return resource("aws:s3/bucketV2:BucketV2", "reports");
    }

    private static ResourceBuilder logs() {
        return resource("aws:s3/bucketV2:BucketV2", "logs");
    }

    private static ResourceBuilder logging() {
        return resource(LOGGING, "reports").refer("bucket", bucket()).refer("targetBucket", logs());
    }
}
