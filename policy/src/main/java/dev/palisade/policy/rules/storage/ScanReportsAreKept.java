package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.List;

@PolicyInfo(
        title = "The scanners' reports are kept in a bucket",
        severity = Severity.LOW,
        rows = {Row.X12, Row.C6, Row.C7, Row.C8},
        controls = {"NIST 800-53 RA-5", "PCI DSS 11.3.1", "SOC 2 CC7.1"},
        why = "A finding that is gone with the build that showed it can neither be followed nor proved.",
        remedy = "Make a bucket for the reports and let the pipeline write to it.",
        snippet = "new BucketV2(\"scan-reports\", BucketV2Args.builder().objectLockEnabled(true).build())")
public final class ScanReportsAreKept implements StackPolicy {
    @Override
    public Verdict check(Graph graph) {
        if (graph.ofType("aws:ecr/repository:Repository").isEmpty()) {
            return Verdict.NOT_APPLICABLE;
        }
        List<Resource> buckets = graph.ofType(Buckets.BUCKET);
        Truth kept = Truth.of(buckets.stream().anyMatch(EvidenceIsLocked::isEvidence));
        return Verdict.require(kept.or(mayBe(buckets)), "has a registry and no bucket for the reports of its scans");
    }

    private static Truth mayBe(List<Resource> buckets) {
        return buckets.stream()
                .map(bucket -> bucket.get(EvidenceIsLocked.NAME).isUnknown() ? Truth.UNKNOWN : Truth.FALSE)
                .reduce(Truth.FALSE, Truth::or);
    }
}
