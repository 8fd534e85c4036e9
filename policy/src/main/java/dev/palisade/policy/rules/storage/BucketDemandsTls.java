package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyDocument;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "Buckets deny requests in plain text",
        severity = Severity.MEDIUM,
        rows = {Row.X5, Row.C10},
        controls = {
            "CIS AWS 2.1.1",
            "NIST 800-53 SC-8(1)",
            "PCI DSS 4.2.1",
            "HIPAA 164.312(e)(1)",
            "SOC 2 CC6.7",
            "GDPR 32(1)(a)",
            "Security Hub S3.5"
        },
        why = "S3 still answers on port 80, and gives whatever it is asked for in plain text.",
        remedy = "Deny s3:* to everybody on the bucket and its objects where aws:SecureTransport is false.",
        snippet =
                "Statement.deny(\"DenyPlaintext\").toAws(\"*\").actions(\"s3:*\").when(\"Bool\", \"aws:SecureTransport\", \"false\")")
public final class BucketDemandsTls implements RelationPolicy {
    private static final Property POLICY = Property.of("aws:s3/bucketPolicy:BucketPolicy", "policy");
    private static final Property NAME = Property.of(Buckets.BUCKET, "bucket");
    private static final Property OLD_NAME = Property.of(Buckets.OLD_BUCKET, "bucket");
    private static final List<String> ACTIONS =
            List.of("s3:GetObject", "s3:PutObject", "s3:ListBucket", "s3:DeleteObject");

    @Override
    public Set<String> types() {
        return Buckets.TYPES;
    }

    @Override
    public Verdict check(Resource bucket, Graph graph) {
        Truth denied = Buckets.policies(bucket, graph).any(policy -> denies(policy.get(POLICY), bucket));
        return Verdict.require(denied, "has no policy that denies every request without TLS");
    }

    private static Truth denies(Value document, Resource bucket) {
        String name =
                bucket.get(bucket.is(Buckets.BUCKET) ? NAME : OLD_NAME).text().orElse("");
        PolicyDocument read = PolicyDocument.of(document);
        if (read instanceof PolicyDocument.Undetermined) {
            return Truth.UNKNOWN;
        }
        return Truth.of(read instanceof PolicyDocument.Parsed parsed
                && parsed.statements().stream().anyMatch(statement -> denies(statement, name)));
    }

    private static boolean denies(PolicyStatement statement, String bucket) {
        return !statement.allow()
                && !statement.notPrincipal()
                && statement.isForEverybody()
                && ACTIONS.stream().allMatch(statement::covers)
                && covers(statement, bucket)
                && statement.conditions().size() == 1
                && statement
                        .conditionsOn("aws:SecureTransport")
                        .anyMatch(condition -> "bool".equals(condition.operator())
                                && condition.values().equals(List.of("false")));
    }

    /** Both the bucket and what is in it. */
    private static boolean covers(PolicyStatement statement, String bucket) {
        return !statement.notResource()
                && (statement.resources().contains("*")
                        || (statement.resources().stream().anyMatch(resource -> resource.endsWith(bucket + "/*"))
                                && statement.resources().stream()
                                        .anyMatch(resource -> resource.endsWith(bucket) && !resource.contains("/"))));
    }
}
