package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@PolicyInfo(
        title = "Policies of queues, functions, log groups, vaults and file systems name whom they let in",
        severity = Severity.CRITICAL,
        rows = {Row.C13, Row.X1},
        controls = {"NIST 800-53 AC-3", "PCI DSS 7.2.1", "SOC 2 CC6.1", "GDPR 32(1)(b)", "Security Hub Lambda.1"},
        why = "A wildcard principal is every account of the world.",
        remedy = "Name the service with aws:SourceArn or aws:SourceAccount, or the role.",
        snippet =
                "Statement.allow(\"Send\").toService(\"sns.amazonaws.com\").when(\"ArnEquals\", \"aws:SourceArn\", topicArn)")
public final class ResourcePoliciesNameTheirPrincipals implements ResourcePolicy {
    private static final Map<String, Property> DOCUMENTS = Stream.of(
                    Property.of("aws:sqs/queuePolicy:QueuePolicy", "policy"),
                    Property.of("aws:sqs/queue:Queue", "policy"),
                    Property.of("aws:cloudwatch/logResourcePolicy:LogResourcePolicy", "policyDocument"),
                    Property.of("aws:cloudwatch/eventBusPolicy:EventBusPolicy", "policy"),
                    Property.of("aws:backup/vaultPolicy:VaultPolicy", "policy"),
                    Property.of("aws:acmpca/policy:Policy", "policy"),
                    Property.of("aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy", "accessPolicy"),
                    Property.of("aws:dynamodb/resourcePolicy:ResourcePolicy", "policy"),
                    Property.of("aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy", "policy"),
                    Property.of("aws:ecr/repositoryPolicy:RepositoryPolicy", "policy"),
                    Property.of("aws:glue/resourcePolicy:ResourcePolicy", "policy"),
                    Property.of("aws:s3control/accessPointPolicy:AccessPointPolicy", "policy"),
                    Property.of("aws:s3/accessPoint:AccessPoint", "policy"),
                    Property.of("aws:schemas/registryPolicy:RegistryPolicy", "policy"),
                    Property.of("aws:ses/identityPolicy:IdentityPolicy", "policy"),
                    Property.of("aws:efs/fileSystemPolicy:FileSystemPolicy", "policy"),
                    Property.of("aws:opensearch/domainPolicy:DomainPolicy", "accessPolicies"))
            .collect(Collectors.toUnmodifiableMap(Property::type, property -> property));
    private static final String PERMISSION = "aws:lambda/permission:Permission";
    private static final String EVENTS = "aws:cloudwatch/eventPermission:EventPermission";
    private static final Property PRINCIPAL = Property.of(PERMISSION, "principal");
    private static final Property SOURCE = Property.of(PERMISSION, "sourceArn");
    private static final Property ACCOUNT = Property.of(PERMISSION, "sourceAccount");
    private static final Property EVENTS_PRINCIPAL = Property.of(EVENTS, "principal");

    @Override
    public Set<String> types() {
        return Stream.concat(DOCUMENTS.keySet().stream(), Stream.of(PERMISSION, EVENTS))
                .collect(Collectors.toSet());
    }

    @Override
    public Verdict check(Resource resource) {
        if (resource.is(EVENTS)) {
            return Verdict.require(resource.get(EVENTS_PRINCIPAL).is("*").not(), "lets every account send events");
        }
        if (resource.is(PERMISSION)) {
            return Verdict.require(resource.get(PRINCIPAL).is("*").not(), "lets everybody call the function")
                    .and(Verdict.require(
                            resource.get(SOURCE)
                                    .isPresent()
                                    .or(resource.get(ACCOUNT).isPresent()),
                            "lets a service call the function for any account: no sourceArn"));
        }
        return Documents.each(
                resource.get(Objects.requireNonNull(DOCUMENTS.get(resource.type()))),
                statement -> Verdict.require(
                        Truth.of(!statement.allow()
                                || !statement.isForEverybody()
                                || statement.isBoundedBy(
                                        "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:SourceArn")),
                        "lets every principal in"));
    }
}
