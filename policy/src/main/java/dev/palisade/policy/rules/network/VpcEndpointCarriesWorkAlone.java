package dev.palisade.policy.rules.network;

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
import dev.palisade.policy.rules.iam.Documents;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Pods and nodes pull, encrypt, read and log; who administers does it from outside of the VPC. */
@PolicyInfo(
        title = "VPC endpoints let the work of nodes and pods through, and no administration",
        severity = Severity.MEDIUM,
        rows = {Row.A2, Row.X1},
        controls = {"NIST 800-53 AC-6", "NIST 800-53 SC-7(10)", "PCI DSS 7.2.1", "SOC 2 CC6.6"},
        why = "The endpoint is the second lock: what it lets through is one stolen role away from happening.",
        remedy = "Name the actions that nodes and pods call, and for S3 the buckets of the stack or of ECR's layers.",
        snippet = "of(\"secretsmanager\", \"secretsmanager:DescribeSecret\", \"secretsmanager:GetSecretValue\")")
public final class VpcEndpointCarriesWorkAlone implements RelationPolicy {
    private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private static final Property POLICY = Property.of(ENDPOINT, "policy");
    private static final Property BUCKET = Property.of("aws:s3/bucketV2:BucketV2", "bucket");
    private static final Pattern BUCKET_NAME = Pattern.compile("arn:[a-z-]+:s3:::([^/]+)(?:/.*)?");
    private static final Pattern LAYERS = Pattern.compile("prod-[a-z0-9-]+-starport-layer-bucket");
    private static final String[] OWNERS = {
        "aws:ResourceAccount", "aws:ResourceOrgID", "aws:PrincipalAccount", "aws:PrincipalOrgID"
    };

    /** By service, in lower case, what nodes and pods call; of services that do not stand here any named action. */
    private static final Map<String, Pattern> WORK = Map.of(
            "ecr", Pattern.compile("(batchcheck|batchget|get|describe|list)\\w+"),
            "kms",
                    Pattern.compile(
                            "encrypt|decrypt|reencrypt\\w+|generatedatakey\\w*|describekey|creategrant|listgrants"),
            "secretsmanager", Pattern.compile("(get|describe|list)\\w+"),
            "logs", Pattern.compile("createlog(group|stream)|putlogevents|putretentionpolicy|describe\\w+"),
            "sts", Pattern.compile("assumerole(withwebidentity)?|getcalleridentity|tagsession"),
            "s3", Pattern.compile("(get|list|put)object|listbucket|abortmultipartupload"),
            "eks", Pattern.compile("(describe|list)\\w+"),
            "eks-auth", Pattern.compile("assumeroleforpodidentity"),
            "elasticloadbalancing",
                    Pattern.compile("(describe|registertargets|deregistertargets|modifytargetgroup)\\w*"),
            "ec2",
                    Pattern.compile("(describe|assign|unassign|attach|detach)\\w+|(create|delete|modify)"
                            + "(volume|snapshot|tags|networkinterface)(attribute)?|getsecuritygroupsforvpc"));

    @Override
    public Set<String> types() {
        return Set.of(ENDPOINT);
    }

    @Override
    public Verdict check(Resource endpoint, Graph graph) {
        return Documents.each(
                endpoint.get(POLICY), statement -> statement.allow() ? judge(statement, graph) : Verdict.PASS);
    }

    private static Verdict judge(PolicyStatement statement, Graph graph) {
        Verdict verdict = Verdict.PASS;
        for (String action : statement.actions()) {
            verdict = verdict.and(
                    Verdict.require(Truth.of(isWork(action)), "lets through what no node or pod has to do: " + action));
        }
        for (String resource : statement.isBoundedBy(OWNERS) ? Set.<String>of() : Set.copyOf(statement.resources())) {
            var name = BUCKET_NAME.matcher(resource);
            verdict = verdict.and(Verdict.require(
                    Truth.of(!name.matches() || isKnown(name.group(1), statement, graph)),
                    "leads to a bucket that is neither the stack's nor of image layers: " + resource));
        }
        return verdict;
    }

    private static boolean isWork(String action) {
        String[] parts = action.toLowerCase(Locale.ROOT).split(":", 2);
        Pattern work = WORK.get(parts[0]);
        return parts.length == 2
                && !Glob.hasWildcard(action)
                && (work == null || work.matcher(parts[1]).matches());
    }

    /** Image layers are fetched; nobody but ECR has to write them. */
    private static boolean isKnown(String bucket, PolicyStatement statement, Graph graph) {
        return (LAYERS.matcher(bucket).matches() && !statement.covers("s3:PutObject"))
                || graph.ofType(BUCKET.type()).stream()
                        .anyMatch(own -> own.get(BUCKET).is(bucket) != Truth.FALSE);
    }
}
