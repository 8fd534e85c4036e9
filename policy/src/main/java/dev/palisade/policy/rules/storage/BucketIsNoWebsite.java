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
        title = "Buckets serve no website and no foreign origin",
        severity = Severity.MEDIUM,
        rows = {Row.A4, Row.C10},
        controls = {"NIST 800-53 SC-7", "PCI DSS 1.4.4", "SOC 2 CC6.6"},
        why = "A bucket's website speaks plain HTTP to the internet, past the load balancer and its firewall.",
        remedy = "Serve files through the service.",
        snippet = "// no BucketWebsiteConfigurationV2")
public final class BucketIsNoWebsite implements RelationPolicy {
    private static final Property WEBSITE =
            Property.of("aws:s3/bucketWebsiteConfigurationV2:BucketWebsiteConfigurationV2", "bucket");
    private static final String CORS = "aws:s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2";
    private static final Property CORS_BUCKET = Property.of(CORS, "bucket");
    private static final Property ORIGINS = Property.of(CORS, "corsRules[].allowedOrigins");

    private static final Property INLINE_SITE = Property.of(Buckets.BUCKET, "websites");
    private static final Property INLINE_CORS = Property.of(Buckets.BUCKET, "corsRules");

    @Override
    public Set<String> types() {
        return Buckets.TYPES;
    }

    @Override
    public Verdict check(Resource bucket, Graph graph) {
        Truth everyOrigin = graph.referrers(bucket, CORS_BUCKET).any(cors -> cors.get(ORIGINS)
                .any(origins -> Truth.of(origins.texts().stream().anyMatch(text -> text.contains("*")))
                        .or(origins.hasUnknown() ? Truth.UNKNOWN : Truth.FALSE)));
        return Verdict.require(graph.referrers(bucket, WEBSITE).exist().not(), "is a website")
                .and(Verdict.require(everyOrigin.not(), "answers every origin"))
                .and(
                        bucket.is(Buckets.BUCKET)
                                ? Verdict.require(
                                        bucket.get(INLINE_SITE)
                                                .hasItems()
                                                .or(bucket.get(INLINE_CORS).hasItems())
                                                .not(),
                                        "is a website, or answers foreign origins: websites, corsRules")
                                : Verdict.PASS);
    }
}
