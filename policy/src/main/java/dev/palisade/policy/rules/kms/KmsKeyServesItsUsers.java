package dev.palisade.policy.rules.kms;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyDocument;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.rules.iam.Documents;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the key's policy says of a service is read by effect: the service itself, or somebody's call through it. */
@PolicyInfo(
        title = "A key's policy lets the services decrypt whose data it encrypts",
        severity = Severity.MEDIUM,
        rows = {Row.C5, Row.X3, Row.X4},
        controls = {"NIST 800-53 SC-12(1)", "NIST 800-53 CP-9", "PCI DSS 3.7.1", "SOC 2 A1.2"},
        why = "Data that nobody may decrypt is lost, and the way out of that is a policy that lets everybody in.",
        remedy = "Keep the statement that lets the service use the key for this account.",
        snippet = "KeyUse.through(\"ecr\", settings)")
public final class KmsKeyServesItsUsers implements RelationPolicy {
    private static final Property POLICY = Property.of(Keys.KEY, "policy");
    static final Map<String, List<Property>> USERS = Map.of(
            "cloudtrail.", List.of(Property.of("aws:cloudtrail/trail:Trail", "kmsKeyId")),
            "autoscaling.",
                    List.of(Property.of("aws:ec2/launchTemplate:LaunchTemplate", "blockDeviceMappings[].ebs.kmsKeyId")),
            "backup.", List.of(Property.of("aws:backup/vault:Vault", "kmsKeyArn")),
            "ecr.", List.of(Property.of("aws:ecr/repository:Repository", "encryptionConfigurations[].kmsKey")),
            "secretsmanager.", List.of(Property.of("aws:secretsmanager/secret:Secret", "kmsKeyId")),
            "s3.",
                    List.of(Property.of(
                            "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
                            "rules[].applyServerSideEncryptionByDefault.kmsMasterKeyId")),
            "ec2.",
                    List.of(
                            Property.of("aws:ebs/defaultKmsKey:DefaultKmsKey", "keyArn"),
                            Property.of("kubernetes:storage.k8s.io/v1:StorageClass", "parameters.kmsKeyId"),
                            Property.of("aws:ec2/launchTemplate:LaunchTemplate", "blockDeviceMappings[].ebs.kmsKeyId")),
            "eks.", List.of(Property.of("aws:eks/cluster:Cluster", "encryptionConfig.provider.keyArn")));

    private static final List<String> ANY = List.of("kms:Decrypt", "kms:CreateGrant", "kms:GenerateDataKey");
    private static final List<String> READ = List.of("kms:Decrypt");
    private static final List<String> WRITE = List.of("kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext");
    private static final List<String> GRANT = List.of("kms:CreateGrant");

    /** Of each list one action, where a service cannot work with less. */
    private static final Map<String, List<List<String>>> NEEDED = Map.of(
            "cloudtrail.", List.of(WRITE),
            "autoscaling.", List.of(READ, WRITE, GRANT),
            "secretsmanager.", List.of(READ, WRITE),
            "s3.", List.of(READ, WRITE),
            "eks.", List.of(GRANT));

    @Override
    public Set<String> types() {
        return Set.of(Keys.KEY);
    }

    @Override
    public Verdict check(Resource key, Graph graph) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Map.Entry<String, List<Property>> user : USERS.entrySet()) {
            for (Property property : user.getValue()) {
                Truth uses = graph.referrers(key, property).exist();
                if (uses != Truth.FALSE) {
                    verdict =
                            verdict.and(Documents.judge(key.get(POLICY), parsed -> judge(parsed, user.getKey(), uses)));
                }
            }
        }
        return verdict;
    }

    private static Verdict judge(PolicyDocument.Parsed policy, String service, Truth uses) {
        boolean lets = NEEDED.getOrDefault(service, List.of(ANY)).stream()
                .allMatch(actions -> policy.statements().stream()
                        .anyMatch(statement ->
                                lets(statement, service) && actions.stream().anyMatch(statement::allows)));
        return Verdict.require(
                uses.not().or(Truth.of(lets)),
                "encrypts what " + service + "amazonaws.com keeps, and lets nobody use it through that");
    }

    private static boolean lets(PolicyStatement statement, String service) {
        boolean through = statement.conditionsOn("kms:ViaService").anyMatch(condition -> condition.values().stream()
                .anyMatch(host -> host.startsWith(service)));
        return through
                || statement.principals().stream()
                        .anyMatch(principal ->
                                (principal.isService() && principal.name().startsWith(service))
                                        || principal.name().contains("/" + service));
    }
}
