package dev.palisade.policy.rules.edge;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Glob;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyDocument;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Set;

/** AWS checks it once, when logging is switched on; a bucket policy that changes later stops the logs silently. */
@PolicyInfo(
        title = "The bucket of a load balancer's logs lets them be delivered",
        severity = Severity.MEDIUM,
        rows = {Row.X9},
        controls = {"NIST 800-53 AU-9", "NIST 800-53 AU-12", "PCI DSS 10.2.1", "SOC 2 CC7.2", "Security Hub ELB.5"},
        why = "A bucket that refuses the delivery looks like a quiet day.",
        remedy = "Let the delivery's service put objects under the prefix that the load balancer is given.",
        snippet = "BucketStatements.deliverLogs(bucket, \"requests\", settings.account())")
public final class LogBucketTakesLogs implements RelationPolicy {
    private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
    private static final String LOGGING = "aws:s3/bucketLoggingV2:BucketLoggingV2";
    private static final String POLICY = "aws:s3/bucketPolicy:BucketPolicy";
    private static final Property ENABLED = Property.of(BALANCER, "accessLogs.enabled");
    private static final Property ACCESS = Property.of(BALANCER, "accessLogs.bucket");
    private static final Property ACCESS_PREFIX = Property.of(BALANCER, "accessLogs.prefix");
    private static final Property CONNECTIONS = Property.of(BALANCER, "connectionLogs.bucket");
    private static final Property CONNECTIONS_PREFIX = Property.of(BALANCER, "connectionLogs.prefix");
    private static final Property TARGET = Property.of(LOGGING, "targetBucket");
    private static final Property TARGET_PREFIX = Property.of(LOGGING, "targetPrefix");
    private static final Property TO = Property.of("aws:cloudtrail/trail:Trail", "s3BucketName");
    private static final Property TO_PREFIX = Property.of("aws:cloudtrail/trail:Trail", "s3KeyPrefix");
    private static final Property POLICY_BUCKET = Property.of(POLICY, "bucket");
    private static final Property DOCUMENT = Property.of(POLICY, "policy");
    private static final String ENCRYPTION =
            "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2";
    private static final Property ENCRYPTED = Property.of(ENCRYPTION, "bucket");
    private static final Property ALGORITHM =
            Property.of(ENCRYPTION, "rules[].applyServerSideEncryptionByDefault.sseAlgorithm");
    private static final String BUCKET = "aws:s3/bucketV2:BucketV2";

    @Override
    public Set<String> types() {
        return Set.of(BALANCER, LOGGING, TO.type());
    }

    @Override
    public Verdict check(Resource logged, Graph graph) {
        if (logged.is(LOGGING)) {
            return delivery(logged, TARGET, TARGET_PREFIX, "logging.s3.amazonaws.com", graph);
        }
        if (logged.is(TO.type())) {
            return delivery(logged, TO, TO_PREFIX, "cloudtrail.amazonaws.com", graph);
        }
        if (logged.get(ENABLED).isTrue() == Truth.FALSE) {
            return Verdict.NOT_APPLICABLE;
        }
        String service = "logdelivery.elasticloadbalancing.amazonaws.com";
        Verdict access = delivery(logged, ACCESS, ACCESS_PREFIX, service, graph)
                .and(Verdict.require(
                        graph.targets(logged, ACCESS, BUCKET).all(bucket -> graph.referrers(bucket, ENCRYPTED)
                                .all(encryption -> encryption.get(ALGORITHM).all(algorithm -> algorithm
                                        .matches(name -> name.startsWith("aws:kms"))
                                        .not()))),
                        "is logged to a bucket that encrypts with KMS, to which load balancers deliver nothing"));
        return logged.get(CONNECTIONS).isMissing()
                ? access
                : access.and(delivery(logged, CONNECTIONS, CONNECTIONS_PREFIX, service, graph));
    }

    private static Verdict delivery(Resource logged, Property to, Property prefix, String service, Graph graph) {
        if (logged.get(prefix).isUnknown()) {
            return Verdict.unknown("not known yet: " + prefix);
        }
        String path = logged.get(prefix).text().orElse("");
        Verdict verdict = Verdict.PASS;
        for (Resource bucket : graph.targets(logged, to, BUCKET).resources()) {
            Truth taken = graph.referrers(bucket, POLICY_BUCKET)
                    .any(policy -> takes(PolicyDocument.of(policy.get(DOCUMENT)), service, path));
            verdict = verdict.and(Verdict.require(
                    taken,
                    "is logged to " + bucket.name() + ", which takes nothing under \"" + path + "\" from " + service));
        }
        return verdict;
    }

    private static Truth takes(PolicyDocument document, String service, String path) {
        if (!(document instanceof PolicyDocument.Parsed parsed)) {
            return document instanceof PolicyDocument.Undetermined ? Truth.UNKNOWN : Truth.FALSE;
        }
        return Truth.of(parsed.statements().stream()
                .anyMatch(statement -> statement.allows("s3:PutObject")
                        && statement.principals().stream()
                                .anyMatch(one -> one.isService() && service.equals(one.name()))
                        && statement.resources().stream()
                                .anyMatch(arn -> covers(arn.substring(arn.indexOf('/') + 1), path))));
    }

    /** Whether objects below the path fit the key that a statement names. */
    private static boolean covers(String key, String path) {
        return new Glob(key).matches(path + (path.isEmpty() || path.endsWith("/") ? "x" : "/AWSLogs/x"))
                || key.startsWith(path.isEmpty() ? "AWSLogs/" : path + "/AWSLogs/");
    }
}
