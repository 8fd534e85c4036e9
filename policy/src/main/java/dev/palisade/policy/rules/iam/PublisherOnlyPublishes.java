package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Glob;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "A pipeline's role that pushes images pushes them to named repositories, and writes reports",
        severity = Severity.HIGH,
        rows = {Row.X11, Row.X12, Row.X1},
        controls = {"NIST 800-53 AC-5", "NIST 800-53 AC-6", "PCI DSS 7.2.2", "SOC 2 CC6.3", "SOC 2 CC8.1"},
        why =
                "The job that builds runs the code of every dependency: what its role may read or delete, any of them may.",
        remedy =
                "Leave the actions of a push, s3:PutObject below a folder of the locked bucket, and kms:GenerateDataKey for it.",
        snippet = "Statement.allow(\"WriteReports\").actions(\"s3:PutObject\").on(bucketArn + \"/reports/*\")")
public final class PublisherOnlyPublishes implements RelationPolicy {
    private static final Pattern PUBLISHING = Pattern.compile(
            "(?i)ecr:(GetAuthorizationToken|BatchCheckLayerAvailability|InitiateLayerUpload|UploadLayerPart"
                    + "|CompleteLayerUpload|PutImage|BatchGetImage|GetDownloadUrlForLayer|ListImages|StartImageScan"
                    + "|Describe(Images|ImageScanFindings|Repositories))"
                    + "|s3:(PutObject|AbortMultipartUpload|ListMultipartUploadParts)"
                    + "|kms:(GenerateDataKey|DescribeKey)|sts:GetCallerIdentity");
    private static final String BUCKET = "aws:s3/bucketV2:BucketV2";
    private static final Property NAME = Property.of(BUCKET, "bucket");
    private static final Property LOCKED = Property.of(BUCKET, "objectLockEnabled");

    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE);
    }

    @Override
    public Verdict check(Resource role, Graph graph) {
        Truth github = WebIdentity.trustsGithub(role);
        if (github != Truth.TRUE) {
            return github == Truth.FALSE
                    ? Verdict.NOT_APPLICABLE
                    : Verdict.unknown("not known yet: whether a pipeline assumes it");
        }
        return Rights.judge(
                role,
                graph,
                rights -> Rights.allow(rights, "ecr:PutImage")
                        ? rights.stream().map(right -> judge(right, graph)).reduce(Verdict.PASS, Verdict::and)
                        : Verdict.NOT_APPLICABLE);
    }

    private static Verdict judge(PolicyStatement right, Graph graph) {
        List<String> more = right.actions().stream()
                .filter(action -> !PUBLISHING.matcher(action).matches())
                .toList();
        return Verdict.require(
                        Truth.of(!right.notAction() && more.isEmpty()),
                        "pushes images, and may do what that does not need: " + String.join(", ", more))
                .and(Verdict.require(
                        Truth.of(!right.covers("ecr:PutImage")
                                || right.resources().stream().noneMatch(Glob::hasWildcard)),
                        "pushes to repositories that are not named"))
                .and(Verdict.require(
                        Truth.of(!right.covers("s3:PutObject")
                                || right.resources().stream().allMatch(name -> isFolder(name, graph))),
                        "writes elsewhere than below a folder of a locked bucket of this stack"));
    }

    private static boolean isFolder(String resource, Graph graph) {
        return graph.ofType(BUCKET).stream()
                .filter(bucket -> bucket.get(LOCKED).isTrue() == Truth.TRUE)
                .flatMap(bucket -> bucket.get(NAME).text().stream())
                .anyMatch(name -> resource.matches("arn:[a-z-]+:s3:::" + Pattern.quote(name) + "/[^*?/]+/.*"));
    }
}
