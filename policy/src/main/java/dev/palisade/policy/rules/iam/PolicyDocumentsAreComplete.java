package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.PolicyDocument;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a statement has to name depends on where the document stands: with whom it speaks of, or with what. */
@PolicyInfo(
        title = "A policy document names what its kind has to name",
        severity = Severity.MEDIUM,
        rows = {Row.X1},
        controls = {"NIST 800-53 AC-3", "NIST 800-53 CM-6", "PCI DSS 7.2.1", "SOC 2 CC6.3"},
        why = "AWS refuses a statement of a resource's policy without a principal, and one without a resource; a "
                + "variable in a document of the old version is taken for plain text, so a denial by it denies nobody.",
        remedy = "Name the principal and the resource, and set Version to 2012-10-17.",
        snippet = "PolicyStatement.allow(\"SendLogs\", actions).on(arn)")
public final class PolicyDocumentsAreComplete implements ResourcePolicy {
    private static final Map<String, Property> TRUSTS = byType(Roles.TRUST);
    private static final Map<String, Property> RIGHTS =
            byType(Property.of(IdentityPolicies.MANAGED, "policy"), Property.of(IdentityPolicies.INLINE, "policy"));
    private static final Map<String, Property> GATES = byType(
            Property.of("aws:kms/key:Key", "policy"),
            Property.of("aws:s3/bucketPolicy:BucketPolicy", "policy"),
            Property.of("aws:sns/topicPolicy:TopicPolicy", "policy"),
            Property.of("aws:sqs/queuePolicy:QueuePolicy", "policy"),
            Property.of("aws:secretsmanager/secretPolicy:SecretPolicy", "policy"),
            Property.of("aws:backup/vaultPolicy:VaultPolicy", "policy"),
            Property.of("aws:ec2/vpcEndpoint:VpcEndpoint", "policy"));

    @Override
    public Set<String> types() {
        return Stream.of(TRUSTS, RIGHTS, GATES)
                .flatMap(kind -> kind.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Verdict check(Resource resource) {
        return judge(resource, TRUSTS, true, false)
                .and(judge(resource, RIGHTS, false, true))
                .and(judge(resource, GATES, true, true));
    }

    private static Verdict judge(Resource resource, Map<String, Property> kind, boolean principal, boolean target) {
        if (!kind.containsKey(resource.type())) {
            return Verdict.NOT_APPLICABLE;
        }
        return Documents.judge(
                resource.get(Objects.requireNonNull(kind.get(resource.type()))),
                document -> document.statements().stream()
                        .map(statement -> names(statement, principal, target))
                        .reduce(variables(document), Verdict::and));
    }

    private static Verdict names(PolicyStatement statement, boolean principal, boolean target) {
        return Verdict.require(
                        Truth.of(principal != statement.principals().isEmpty()),
                        principal ? "has a statement without a principal" : "names a principal beside its own role")
                .and(Verdict.require(
                        Truth.of(target != statement.resources().isEmpty()),
                        target ? "has a statement without a resource" : "names a resource beside its own role"));
    }

    private static Verdict variables(PolicyDocument.Parsed document) {
        boolean used = document.statements().stream()
                .flatMap(statement -> Stream.concat(
                        statement.resources().stream(),
                        statement.conditions().stream().flatMap(condition -> condition.values().stream())))
                .anyMatch(text -> text.contains("${"));
        return Verdict.require(
                Truth.of(!used || "2012-10-17".equals(document.version())),
                "uses a variable, which its Version does not know");
    }

    private static Map<String, Property> byType(Property... documents) {
        return Stream.of(documents).collect(Collectors.toUnmodifiableMap(Property::type, Function.identity()));
    }
}
