package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.rules.kms.Keys;
import java.util.Set;

@PolicyInfo(
        title = "File systems are encrypted with a key of this stack",
        severity = Severity.MEDIUM,
        rows = {Row.X3},
        controls = {
            "CIS AWS 2.3.1",
            "NIST 800-53 SC-28(1)",
            "PCI DSS 3.5.1",
            "HIPAA 164.312(a)(2)(iv)",
            "SOC 2 CC6.1",
            "Security Hub EFS.1"
        },
        why = "An EFS file system is encrypted when it is made or never.",
        remedy = "Create it encrypted, with the stack's key.",
        snippet = "FileSystemArgs.builder().encrypted(true).kmsKeyId(key.arn())")
public final class FileSystemIsEncrypted implements RelationPolicy {
    private static final String FILES = "aws:efs/fileSystem:FileSystem";
    private static final Property ENCRYPTED = Property.of(FILES, "encrypted");
    private static final Property KEY = Property.of(FILES, "kmsKeyId");

    @Override
    public Set<String> types() {
        return Set.of(FILES);
    }

    @Override
    public Verdict check(Resource files, Graph graph) {
        return Verdict.require(files.get(ENCRYPTED).isTrue(), "encrypted is not true")
                .and(Keys.encrypt(files, KEY, graph));
    }
}
