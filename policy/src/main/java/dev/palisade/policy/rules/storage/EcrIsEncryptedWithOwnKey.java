package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.rules.kms.Keys;
import java.util.Set;

@PolicyInfo(
        title = "Image repositories are encrypted with a key of this stack",
        severity = Severity.MEDIUM,
        rows = {Row.X11},
        controls = {
            "NIST 800-53 SC-28(1)",
            "PCI DSS 3.5.1",
            "HIPAA 164.312(a)(2)(iv)",
            "SOC 2 CC6.1",
            "Security Hub ECR.5"
        },
        why = "With a key of its own, pulling an image needs a second right, and the key can be withdrawn.",
        remedy = "Encrypt with KMS and a key of the stack.",
        snippet = "RepositoryEncryptionConfigurationArgs.builder().encryptionType(\"KMS\").kmsKey(key.arn())")
public final class EcrIsEncryptedWithOwnKey implements RelationPolicy {
    private static final String REPOSITORY = "aws:ecr/repository:Repository";
    private static final String ALIAS = "aws:kms/alias:Alias";
    private static final Property ENCRYPTION = Property.of(REPOSITORY, "encryptionConfigurations");
    private static final Property TYPE = Property.of(REPOSITORY, "encryptionConfigurations[].encryptionType");
    private static final Property KEY = Property.of(REPOSITORY, "encryptionConfigurations[].kmsKey");

    @Override
    public Set<String> types() {
        return Set.of(REPOSITORY);
    }

    @Override
    public Verdict check(Resource repository, Graph graph) {
        Truth encrypted = repository.get(ENCRYPTION).any(one -> one.get(TYPE)
                .isOneOf("KMS", "KMS_DSSE")
                .and(() -> graph.targets(repository, KEY, one.get(KEY), Keys.KEY, ALIAS)
                        .exist()));
        return Verdict.require(encrypted, "is not encrypted by KMS with a key of this stack");
    }
}
