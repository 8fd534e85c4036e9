package dev.palisade.policy.rules.pulumi;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;
import java.util.regex.Pattern;

/** The pack proves a closed world: what its policies do not know is refused, not passed. */
@PolicyInfo(
        title = "Every resource is of a service that the policies look into",
        severity = Severity.MEDIUM,
        rows = {Row.A1, Row.X1},
        controls = {"NIST 800-53 CM-7(5)", "NIST 800-53 CM-8", "PCI DSS 6.5.1", "SOC 2 CC8.1"},
        why = "A resource that no policy knows passes all of them, whatever it opens.",
        remedy = "Write the policy that judges it, or exempt the resource by name with the reason.",
        snippet =
                "@PolicyInfo(title = \"Queues are encrypted\") public final class QueueIsEncrypted implements ResourcePolicy")
public final class EveryResourceIsJudged implements StackPolicy {
    private static final Pattern PROVIDER = Pattern.compile("(aws|docker|eks|kubernetes|palisade|pulumi|random):.*");
    private static final Property TEMPLATE = Property.of("aws:cloudformation/stack:Stack", "templateBody");
    private static final Pattern MODULE = Pattern.compile("[:/]");

    /** Of AWS: services that a policy judges, and those that only watch, count or warn. */
    private static final Set<String> SERVICES = Set.of("""
            accessanalyzer acm acmpca alb apigateway apigatewayv2 appautoscaling apprunner appsync auditmanager
            autoscaling backup budgets cfg cloud9 cloudfront cloudtrail cloudwatch computeoptimizer costexplorer cur
            dax detective devopsguru directconnect dms docdb dynamodb ebs ec2 ec2clientvpn ec2transitgateway ecr
            ecrpublic efs eks elasticache elasticbeanstalk elasticsearch elb fms globalaccelerator glue guardduty iam
            index inspector inspector2 kinesis kms lambda lb lightsail macie macie2 memorydb mq msk neptune
            networkfirewall opensearch ram rds redshift redshiftserverless resourceexplorer resourcegroups rolesanywhere
            route53 rum s3 s3control schemas secretsmanager securityhub securitylake servicequotas ses shield signer sns
            sqs ssm ssmcontacts ssmincidents synthetics transfer verifiedaccess vpc vpclattice wafv2 workspaces xray\
            """.split("\\s+"));

    @Override
    public Verdict check(Graph graph) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Resource resource : graph.resources()) {
            if (!"pulumi:pulumi:Stack".equals(resource.type())) {
                verdict = verdict.and(judge(resource));
            }
        }
        return verdict;
    }

    private static Verdict judge(Resource resource) {
        if (resource.is(TEMPLATE.type())) {
            return resource.get(TEMPLATE).isUnknown()
                    ? Verdict.unknown("not known yet: what " + resource + " makes")
                    : Verdict.fail(resource + " makes resources that no policy looks into");
        }
        return isKnown(resource.type()) ? Verdict.PASS : Verdict.fail("no policy looks into " + resource);
    }

    private static boolean isKnown(String type) {
        return PROVIDER.matcher(type).matches()
                && (!type.startsWith("aws:") || SERVICES.contains(MODULE.split(type, 3)[1]));
    }
}
