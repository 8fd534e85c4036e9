package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Glob;
import dev.palisade.policy.graph.PolicyDocument;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A denial under a condition is for somebody else, and one of what destroys is a guard: neither is judged. */
@PolicyInfo(
        title = "No statement denies outright what another of its document allows",
        severity = Severity.MEDIUM,
        rows = {Row.A1, Row.X1},
        controls = {"NIST 800-53 AC-3", "NIST 800-53 AU-5", "PCI DSS 7.2.1", "SOC 2 A1.2"},
        why =
                "A denial goes before every permission: a log that nobody may write is empty, a key that nobody may use lost.",
        remedy = "Give the denial the condition that it is meant for, or take both statements out.",
        snippet = "PolicyStatement.deny(\"DenyPlaintext\", actions).when(\"Bool\", \"aws:SecureTransport\", \"false\")")
public final class DenialsLeaveTheWorkAlone implements ResourcePolicy {
    private static final Map<String, Property> DOCUMENTS = Stream.of(
                    Roles.TRUST,
                    Property.of(IdentityPolicies.MANAGED, "policy"),
                    Property.of(IdentityPolicies.INLINE, "policy"),
                    Property.of("aws:kms/key:Key", "policy"),
                    Property.of("aws:s3/bucketPolicy:BucketPolicy", "policy"),
                    Property.of("aws:sns/topicPolicy:TopicPolicy", "policy"),
                    Property.of("aws:sqs/queuePolicy:QueuePolicy", "policy"),
                    Property.of("aws:ec2/vpcEndpoint:VpcEndpoint", "policy"))
            .collect(Collectors.toUnmodifiableMap(Property::type, Function.identity()));

    private static final Pattern GUARDED =
            Pattern.compile("(?i)\\w+:(delete|schedule|disable|remove|revoke|stop|put\\w*policy|update|cancel).*");

    @Override
    public Set<String> types() {
        return DOCUMENTS.keySet();
    }

    @Override
    public Verdict check(Resource resource) {
        return Documents.judge(
                resource.get(Objects.requireNonNull(DOCUMENTS.get(resource.type()))),
                document -> document.statements().stream()
                        .filter(statement ->
                                !statement.allow() && statement.conditions().isEmpty())
                        .flatMap(denial -> stopped(denial, document).stream())
                        .map(action -> Verdict.fail("denies what it allows: " + action))
                        .reduce(Verdict.PASS, Verdict::and));
    }

    private static Optional<String> stopped(PolicyStatement denial, PolicyDocument.Parsed document) {
        return document.statements().stream()
                .filter(statement -> statement.allow() && isAboutTheSame(denial, statement))
                .flatMap(statement -> statement.actions().stream())
                .filter(action ->
                        denial.covers(action) && !GUARDED.matcher(action).matches())
                .findFirst();
    }

    private static boolean isAboutTheSame(PolicyStatement denial, PolicyStatement permission) {
        boolean whom = denial.principals().isEmpty()
                || denial.isForEverybody()
                || denial.principals().stream().anyMatch(permission.principals()::contains);
        boolean what = denial.resources().isEmpty()
                || denial.notResource()
                || permission.resources().stream().anyMatch(arn -> denial.resources().stream()
                        .anyMatch(denied -> denied.equals(arn) || new Glob(denied).matches(arn)));
        return whom && what;
    }
}
