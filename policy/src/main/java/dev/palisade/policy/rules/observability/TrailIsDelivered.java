package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Glob;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyDocument;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.rules.iam.Roles;
import java.util.List;
import java.util.Set;

/** Asked both ways: a trail has its bucket and its role, and a role for CloudTrail has its trail. */
@PolicyInfo(
        title = "A trail reaches the bucket and the log group that it is meant for",
        severity = Severity.HIGH,
        rows = {Row.X8},
        controls = {
            "CIS AWS 3.1",
            "NIST 800-53 AU-5",
            "NIST 800-53 AU-12",
            "PCI DSS 10.2.1",
            "SOC 2 CC7.2",
            "Security Hub CloudTrail.5"
        },
        why = "A trail whose delivery is refused records nothing, and looks like a quiet account.",
        remedy =
                "Name a bucket of the stack whose policy lets cloudtrail.amazonaws.com put objects, and a role that CloudTrail assumes.",
        snippet = "TrailArgs.builder().s3BucketName(bucket.bucket()).cloudWatchLogsRoleArn(role.arn())")
public final class TrailIsDelivered implements RelationPolicy {
    private static final String SERVICE = "cloudtrail.amazonaws.com";
    private static final String BUCKET = "aws:s3/bucketV2:BucketV2";
    private static final String POLICY = "aws:s3/bucketPolicy:BucketPolicy";
    private static final Property TO = Property.of(TrailIsComplete.TRAIL, "s3BucketName");
    private static final Property ARN = Property.of(TrailIsComplete.TRAIL, "arn");
    private static final Property ROLE = Property.of(TrailIsComplete.TRAIL, "cloudWatchLogsRoleArn");
    private static final Property POLICY_BUCKET = Property.of(POLICY, "bucket");
    private static final Property DOCUMENT = Property.of(POLICY, "policy");

    @Override
    public Set<String> types() {
        return Set.of(TrailIsComplete.TRAIL, Roles.ROLE);
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        if (resource.is(Roles.ROLE)) {
            return Roles.trust(resource).matches(trust -> trust.contains(SERVICE)) == Truth.TRUE
                    ? Verdict.require(
                            graph.referrers(resource, ROLE).exist(), "is for CloudTrail, and no trail uses it")
                    : Verdict.NOT_APPLICABLE;
        }
        return Verdict.require(
                        graph.targets(resource, TO, BUCKET).any(bucket -> takes(resource, bucket, graph)),
                        "goes to no bucket of this stack that lets CloudTrail put objects: s3BucketName")
                .and(Verdict.require(
                        graph.targets(resource, ROLE, Roles.ROLE).any(role -> Roles.isForService(role, SERVICE)),
                        "has no role of this stack that CloudTrail alone assumes: cloudWatchLogsRoleArn"));
    }

    private static Truth takes(Resource trail, Resource bucket, Graph graph) {
        return graph.referrers(bucket, POLICY_BUCKET).any(policy -> {
            PolicyDocument document = PolicyDocument.of(policy.get(DOCUMENT));
            if (!(document instanceof PolicyDocument.Parsed parsed)) {
                return document instanceof PolicyDocument.Undetermined ? Truth.UNKNOWN : Truth.FALSE;
            }
            return Truth.of(
                    List.of("s3:GetBucketAcl", "s3:PutObject").stream().allMatch(action -> parsed.statements().stream()
                            .anyMatch(statement -> statement.allows(action)
                                    && isFor(trail, statement)
                                    && statement.principals().stream().anyMatch(one -> SERVICE.equals(one.name())))));
        });
    }

    /** A statement that names trails is of use to those alone. */
    private static boolean isFor(Resource trail, PolicyStatement statement) {
        return trail.get(ARN)
                .text()
                .map(arn -> statement.conditionsOn("aws:SourceArn").allMatch(condition -> condition.values().stream()
                        .anyMatch(value -> new Glob(value).matches(arn))))
                .orElse(true);
    }
}
