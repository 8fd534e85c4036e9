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
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.rules.kms.Keys;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which keys a role needs is read off the secrets, buckets and volumes that it touches. */
@PolicyInfo(
        title = "A role may use the keys of the data that it touches, and no others",
        severity = Severity.MEDIUM,
        rows = {Row.X1, Row.C5, Row.X3},
        controls = {"NIST 800-53 AC-6", "NIST 800-53 SC-12", "PCI DSS 3.6.1", "SOC 2 CC6.1", "Security Hub KMS.1"},
        why = "The right to another's key opens another's data; without the right to its own the role reads nothing.",
        remedy = "Name the key that encrypts the secret, the bucket or the storage class.",
        snippet = "Statement.allow(\"DecryptSecret\").actions(\"kms:Decrypt\").on(List.of(key.arn()))")
public final class RoleUsesTheKeysOfItsData implements RelationPolicy {
    private static final Property ARN = Property.of(Keys.KEY, "arn");
    private static final Property SECRET_KEY = Property.of("aws:secretsmanager/secret:Secret", "kmsKeyId");
    private static final Property ENCRYPTED = Property.of(
            "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2", "bucket");
    private static final Property BUCKET_KEY =
            Property.of(ENCRYPTED.type(), "rules[].applyServerSideEncryptionByDefault.kmsMasterKeyId");
    private static final Pattern OBJECTS = Pattern.compile("arn:aws:s3:::([^/]+)/.*");
    private static final Property VOLUMES = Property.of("kubernetes:storage.k8s.io/v1:StorageClass", "parameters");

    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE);
    }

    @Override
    public Verdict check(Resource role, Graph graph) {
        return Rights.judge(role, graph, rights -> {
            Set<String> wanted = new HashSet<>();
            secrets(rights, graph)
                    .forEach(secret -> add(Keys.named(secret, SECRET_KEY, graph).resources(), wanted));
            buckets(role, rights, graph)
                    .forEach(bucket -> add(Keys.named(bucket, BUCKET_KEY, graph).resources(), wanted));
            if (handlesVolumes(role) == Truth.TRUE) {
                wanted.addAll(graph.view(VolumeKeys.class, VolumeKeys::of).arns());
            }
            return wanted.isEmpty() ? Verdict.NOT_APPLICABLE : judge(used(rights, graph), wanted);
        });
    }

    private static Verdict judge(Set<String> used, Set<String> wanted) {
        return Verdict.require(
                        Truth.of(wanted.containsAll(used)), "may use a key that encrypts nothing of what it touches")
                .and(Verdict.require(
                        Truth.of(used.containsAll(wanted)), "may not use the key that encrypts what it touches"));
    }

    private static Truth handlesVolumes(Resource role) {
        return WebIdentity.trusts(role, "system:serviceaccount:kube-system:ebs-csi-controller-sa")
                .or(Roles.isForService(role, "backup.amazonaws.com"));
    }

    private static void add(List<Resource> keys, Set<String> arns) {
        keys.forEach(key -> key.get(ARN).text().ifPresent(arns::add));
    }

    /** The keys of the stack that a statement on keys names; one on all of them by a tag names none. */
    private static Set<String> used(List<PolicyStatement> rights, Graph graph) {
        return touched(rights, "kms:Decrypt", "kms:GenerateDataKey")
                .filter(name -> !Glob.hasWildcard(name))
                .filter(name -> Arns.of(graph).named(name).anyMatch(one -> one.is(Keys.KEY)))
                .collect(Collectors.toSet());
    }

    private static Stream<Resource> secrets(List<PolicyStatement> rights, Graph graph) {
        return touched(rights, "secretsmanager:GetSecretValue")
                .flatMap(name -> Arns.of(graph).named(name))
                .filter(one -> one.is(SECRET_KEY.type()));
    }

    private static Stream<Resource> buckets(Resource role, List<PolicyStatement> rights, Graph graph) {
        return touched(rights, "s3:PutObject", "s3:GetObject")
                .map(OBJECTS::matcher)
                .filter(Matcher::matches)
                .map(objects -> Value.of(objects.group(1)))
                .flatMap(name -> graph.targets(role, ENCRYPTED, name, ENCRYPTED.type()).resources().stream());
    }

    private static Stream<String> touched(List<PolicyStatement> rights, String... actions) {
        return rights.stream()
                .filter(right -> Stream.of(actions).anyMatch(right::covers))
                .flatMap(right -> right.resources().stream());
    }

    /** The keys that encrypt the volumes of any storage class. */
    private record VolumeKeys(Set<String> arns) {
        static VolumeKeys of(Graph graph) {
            Set<String> arns = new HashSet<>();
            graph.ofType(VOLUMES.type())
                    .forEach(one -> add(
                            graph.targets(one, VOLUMES, one.get(VOLUMES).field("kmsKeyId"), Keys.KEY)
                                    .resources(),
                            arns));
            return new VolumeKeys(arns);
        }
    }
}
