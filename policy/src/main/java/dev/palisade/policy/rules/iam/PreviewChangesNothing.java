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
import dev.palisade.policy.rules.kms.Keys;
import dev.palisade.policy.rules.pulumi.ProviderInputs;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The role that deploys is made outside of the stack, for a stack must not change who may change it. */
@PolicyInfo(
        title = "A pipeline's role that pushes nothing looks at configuration, and at no data",
        severity = Severity.HIGH,
        rows = {Row.X1, Row.C13, Row.X6},
        controls = {"NIST 800-53 AC-5", "NIST 800-53 AC-6", "PCI DSS 7.2.2", "SOC 2 CC6.3", "SOC 2 CC8.1"},
        why = "A preview runs code that nobody has reviewed yet: what its role may read or change, the author may.",
        remedy = "Leave Describe, Get and List of configuration, and Pulumi's state with the key that carries its tag.",
        snippet =
                "Statement.allow(\"ReadBuckets\").actions(\"s3:GetBucket*\", \"s3:ListBucket\").on(List.of(bucket.arn()))")
public final class PreviewChangesNothing implements RelationPolicy {
    private static final Pattern LOOKING = Pattern.compile("(?i)[a-z0-9-]+:(get|list|describe|view|batchget)[a-z*]*");
    private static final List<String> DATA = List.of(
            "secretsmanager:GetSecretValue",
            "secretsmanager:BatchGetSecretValue",
            "ssm:GetParameter",
            "ssm:GetParameters",
            "ssm:GetParametersByPath",
            "ssm:GetParameterHistory",
            "logs:GetLogEvents",
            "logs:GetQueryResults",
            "ec2:GetConsoleOutput",
            "ec2:GetConsoleScreenshot",
            "ec2:GetPasswordData",
            "ecr:BatchGetImage",
            "ecr:GetDownloadUrlForLayer",
            "dynamodb:GetItem",
            "dynamodb:BatchGetItem",
            "kinesis:GetRecords",
            "lambda:GetFunction",
            "sts:GetFederationToken");
    private static final Property BUCKET = Property.of("aws:s3/bucketV2:BucketV2", "bucket");
    private static final Property KEY_ARN = Property.of(Keys.KEY, "arn");
    private static final Property TAGS = Property.of("pulumi:providers:aws", "defaultTags");

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
                rights -> rights.isEmpty() || Rights.allow(rights, "ecr:PutImage")
                        ? Verdict.NOT_APPLICABLE
                        : rights.stream().map(right -> judge(right, graph)).reduce(Verdict.PASS, Verdict::and));
    }

    private static Verdict judge(PolicyStatement right, Graph graph) {
        boolean changes = right.notAction()
                || right.actions().stream()
                        .anyMatch(action ->
                                !LOOKING.matcher(action).matches() && !"kms:Decrypt".equalsIgnoreCase(action));
        return Verdict.require(Truth.of(!changes), "may change things, and only looks: " + right.actions())
                .and(Verdict.require(
                        Truth.of(DATA.stream().noneMatch(right::covers)), "reads data: " + right.actions()))
                .and(Verdict.require(
                        Truth.of(!right.covers("s3:GetObject")
                                || graph.ofType(BUCKET.type()).stream()
                                        .flatMap(bucket -> bucket.get(BUCKET).text().stream())
                                        .noneMatch(name -> reaches(right, "arn:aws:s3:::" + name + "/object"))),
                        "reads what the stack's buckets hold: s3:GetObject"))
                .and(Verdict.require(
                        Truth.of(!right.covers("kms:Decrypt") || !opensKeysOf(graph, right)),
                        "decrypts with the stack's own keys: kms:Decrypt"));
    }

    private static boolean reaches(PolicyStatement right, String arn) {
        return right.notResource() || right.resources().stream().anyMatch(name -> new Glob(name).matches(arn));
    }

    /** A tag that every resource of the stack carries tells its keys from nothing. */
    private static boolean opensKeysOf(Graph graph, PolicyStatement right) {
        boolean byTag = right.conditions().stream()
                .anyMatch(condition -> condition.pins()
                        && condition.key().startsWith("aws:resourcetag/")
                        && graph.ofType(TAGS.type()).stream()
                                .flatMap(provider ->
                                        ProviderInputs.read(provider, TAGS).field("tags").fields().entrySet().stream())
                                .noneMatch(tag -> condition.key().equalsIgnoreCase("aws:resourcetag/" + tag.getKey())));
        return !byTag
                && graph.ofType(Keys.KEY).stream()
                        .flatMap(key -> key.get(KEY_ARN).text().stream())
                        .anyMatch(arn -> reaches(right, arn));
    }
}
