package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.PolicyCondition;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Actions for which AWS knows no resource may stand on {@code *}: descriptions and lists, and a few by name. So may
 * what a condition holds to tagged resources.
 */
@PolicyInfo(
        title = "IAM policies name the resources that they speak of",
        severity = Severity.HIGH,
        rows = {Row.X1, Row.C13},
        controls = {
            "NIST 800-53 AC-6(1)",
            "PCI DSS 7.2.5",
            "HIPAA 164.308(a)(4)",
            "SOC 2 CC6.3",
            "GDPR 32(1)(b)",
            "Security Hub KMS.1"
        },
        why = "An action on every resource reaches the secrets, keys and data of every other workload in the account.",
        remedy = "Put the ARN of the resource in place of the wildcard.",
        snippet =
                "Statement.allow(\"ReadSecret\").actions(\"secretsmanager:GetSecretValue\").on(List.of(secret.arn()))")
public final class IamPolicyNamesItsResources implements ResourcePolicy {
    private static final Pattern WITHOUT_RESOURCE = Pattern.compile("[a-z0-9-]+:(describe|list)[a-z]*"
            + "|ecr:getauthorizationtoken|cloudwatch:(putmetricdata|getmetric(data|statistics))"
            + "|sts:getcalleridentity|xray:put(tracesegments|telemetryrecords)"
            + "|xray:getsampling(rules|targets|statisticsummaries)|logs:putresourcepolicy"
            + "|pricing:getproducts|ssmmessages:[a-z]+|ec2messages:[a-z]+|guardduty:getdetector"
            + "|eks-auth:assumeroleforpodidentity|ec2:getsecuritygroupsforvpc|tag:getresources"
            // What holds for the whole account, or a region of it.
            + "|ec2:get(ebsdefaultkmskeyid|ebsencryptionbydefault|imageblockpublicaccessstate"
            + "|instancemetadatadefaults|serialconsoleaccessstatus|snapshotblockpublicaccessstate)"
            + "|inspector2:batchgetaccountstatus|s3:getaccountpublicaccessblock");
    /** What they make has no name yet: all of one kind is as narrow as their resource can be. */
    private static final Pattern MAKING = Pattern.compile("ec2:create(snapshot|tags)");

    private static final List<String> TAGS = List.of("aws:resourcetag/", "aws:requesttag/");

    @Override
    public Set<String> types() {
        return IdentityPolicies.TYPES;
    }

    @Override
    public Verdict check(Resource resource) {
        return IdentityPolicies.each(resource, IamPolicyNamesItsResources::judge);
    }

    private static Verdict judge(PolicyStatement statement) {
        if (!statement.allow()) {
            return Verdict.PASS;
        }
        if (statement.notResource()) {
            return Verdict.fail("allows actions on everything but a list: NotResource with Allow");
        }
        if (statement.resources().isEmpty()) {
            return Verdict.fail("has a statement without a resource");
        }
        Optional<String> wide =
                statement.resources().stream().filter(Reach::crossesAccounts).findFirst();
        if (wide.isPresent()) {
            return Verdict.fail("speaks of every account or region: " + wide.get());
        }
        if (statement.allows("secretsmanager:GetSecretValue")
                && statement.resources().stream().anyMatch(Reach::isPrefixOfSecrets)) {
            return Verdict.fail("reads every secret whose name begins alike");
        }
        if (statement.resources().stream().noneMatch(Reach::isUnbounded)
                || statement.conditions().stream().anyMatch(IamPolicyNamesItsResources::isTag)) {
            return Verdict.PASS;
        }
        return statement.actions().stream()
                .filter(action -> statement.notAction() || needsResources(action, statement))
                .map(action -> Verdict.fail("allows " + action + " on every resource"))
                .reduce(Verdict.PASS, Verdict::and);
    }

    private static boolean needsResources(String action, PolicyStatement statement) {
        String name = action.toLowerCase(Locale.ROOT);
        boolean oneKind = statement.resources().stream().noneMatch("*"::equals);
        return !WITHOUT_RESOURCE.matcher(name).matches()
                && !(oneKind && MAKING.matcher(name).matches());
    }

    private static boolean isTag(PolicyCondition condition) {
        return condition.bounds()
                && (TAGS.stream().anyMatch(condition.key()::startsWith)
                        || condition.key().contains(":resourcetag/"));
    }
}
