package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.PolicyPrincipal;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.rules.iam.Deputies;
import dev.palisade.policy.rules.iam.Documents;
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "Bucket policies let in named principals, and services to deliver only",
        severity = Severity.CRITICAL,
        rows = {Row.X1, Row.X12},
        controls = {
            "CIS AWS 2.1.4",
            "NIST 800-53 AC-3",
            "NIST 800-53 AC-6",
            "PCI DSS 7.2.1",
            "HIPAA 164.312(a)(1)",
            "SOC 2 CC6.1",
            "Security Hub S3.2",
            "Security Hub S3.3"
        },
        why = "A wildcard principal is everybody with an account, or without one.",
        remedy = "Name the role; give log delivery s3:PutObject on its prefix.",
        snippet =
                "Statement.allow(\"DeliverLogs\").toService(\"logdelivery.elasticloadbalancing.amazonaws.com\").actions(\"s3:PutObject\")")
public final class BucketPolicyNamesItsReaders implements ResourcePolicy {
    private static final String POLICY = "aws:s3/bucketPolicy:BucketPolicy";
    private static final Property DOCUMENT = Property.of(POLICY, "policy");
    private static final List<String> READS =
            List.of("s3:GetObject", "s3:DeleteObject", "s3:PutBucketPolicy", "s3:PutBucketAcl");

    private static final List<String> CHANGES = List.of(
            "s3:DeleteObject",
            "s3:DeleteObjectVersion",
            "s3:DeleteBucketPolicy",
            "s3:PutBucketPolicy",
            "s3:PutBucketAcl",
            "s3:PutObjectAcl",
            "s3:BypassGovernanceRetention",
            "s3:PutLifecycleConfiguration");
    private static final Property INLINE = Property.of(Buckets.BUCKET, "policy");

    @Override
    public Set<String> types() {
        return Set.of(POLICY, Buckets.BUCKET);
    }

    @Override
    public Verdict check(Resource policy) {
        return Documents.each(policy.get(policy.is(POLICY) ? DOCUMENT : INLINE), BucketPolicyNamesItsReaders::judge);
    }

    private static Verdict judge(PolicyStatement statement) {
        if (!statement.allow()) {
            return Verdict.PASS;
        }
        boolean open = statement.isForEverybody()
                && !statement.isBoundedBy(
                        "aws:PrincipalAccount", "aws:PrincipalArn", "aws:SourceVpce", "aws:SourceVpc");
        boolean service =
                statement.principals(PolicyPrincipal::isService).findAny().isPresent();
        boolean guarded = (statement
                                .principals(PolicyPrincipal::isService)
                                .allMatch(principal -> principal.name().startsWith("logdelivery."))
                        && statement.resources().stream()
                                .allMatch(resource -> resource.matches(".*/AWSLogs/\\d{12}/[*]")))
                || Deputies.isGuarded(statement);
        boolean reads = statement.notAction() || READS.stream().anyMatch(statement::covers);
        boolean anywhere = statement.notResource() || statement.resources().contains("*");
        return Verdict.require(Truth.of(!open), "lets everybody in")
                .and(Verdict.require(Truth.of(!service || !reads), "lets a service do more than deliver"))
                .and(Verdict.require(
                        Truth.of(statement.actions().stream()
                                .noneMatch(action -> "*".equals(action) || "s3:*".equalsIgnoreCase(action))),
                        "allows every action"))
                .and(Verdict.require(Truth.of(!anywhere), "allows more than this bucket"))
                .and(Verdict.require(
                        Truth.of(statement.principals().stream().noneMatch(one -> "CanonicalUser".equals(one.kind()))),
                        "lets in whom a canonical id hides"))
                .and(Verdict.require(
                        Truth.of(statement.notAction() || CHANGES.stream().noneMatch(statement::covers)),
                        "lets a principal delete what it keeps, or open it"))
                .and(Verdict.require(
                        Truth.of(guarded), "lets a service deliver for any account: no aws:SourceAccount"));
    }
}
