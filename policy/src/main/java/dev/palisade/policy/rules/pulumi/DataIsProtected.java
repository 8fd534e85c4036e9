package dev.palisade.policy.rules.pulumi;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Urn;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A stack for development may be thrown away whole: its resources are not judged. */
@PolicyInfo(
        title = "What holds data is protected from deletion",
        severity = Severity.MEDIUM,
        rows = {Row.X12, Row.X4, Row.X11},
        controls = {
            "NIST 800-53 CP-9",
            "NIST 800-53 SC-12",
            "PCI DSS 10.3.4",
            "HIPAA 164.308(a)(7)(ii)(A)",
            "SOC 2 A1.2",
            "GDPR 32(1)(c)"
        },
        why =
                "One wrong change of a name deletes the database, the evidence, or the key without which neither can be read.",
        remedy = "Set protect in the resource's options.",
        snippet = "CustomResourceOptions.builder().protect(true)")
public final class DataIsProtected implements ResourcePolicy {
    /** Stacks by these names, or with names that begin so, come and go: nothing is lost with them. */
    private static final List<String> PASSING = List.of("dev", "preview", "ci", "sandbox", "pr");

    @Override
    public Set<String> types() {
        return Set.of(
                "aws:rds/instance:Instance",
                "aws:rds/cluster:Cluster",
                "aws:dynamodb/table:Table",
                "aws:efs/fileSystem:FileSystem",
                "aws:elasticache/replicationGroup:ReplicationGroup",
                "aws:kms/key:Key",
                "aws:s3/bucket:Bucket",
                "aws:s3/bucketV2:BucketV2",
                "aws:ecr/repository:Repository",
                "aws:backup/vault:Vault",
                "aws:eks/cluster:Cluster",
                "aws:cloudwatch/logGroup:LogGroup",
                "aws:lb/loadBalancer:LoadBalancer",
                "aws:secretsmanager/secret:Secret",
                "aws:ebs/volume:Volume");
    }

    @Override
    public Verdict check(Resource resource) {
        String stack = Urn.parse(resource.urn()).stack().toLowerCase(Locale.ROOT);
        if (PASSING.stream().anyMatch(name -> stack.equals(name) || stack.startsWith(name + "-"))) {
            return Verdict.NOT_APPLICABLE;
        }
        return Verdict.require(
                Truth.of(resource.options().protect()), "can be deleted by any change: protect is not set");
    }
}
