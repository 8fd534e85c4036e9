package dev.palisade.policy.rules.ec2;

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
        title = "Volumes that stand alone are encrypted with a key of this stack",
        severity = Severity.HIGH,
        rows = {Row.X3},
        controls = {
            "CIS AWS 5.1.1",
            "NIST 800-53 SC-28(1)",
            "PCI DSS 3.5.1.2",
            "HIPAA 164.312(a)(2)(iv)",
            "SOC 2 CC6.1",
            "Security Hub EC2.3"
        },
        why = "A plain volume gives its content to everyone who may make a snapshot of it.",
        remedy = "Encrypt it with the stack's key for volumes.",
        snippet = "VolumeArgs.builder().encrypted(true).kmsKeyId(key.arn())")
public final class VolumeIsEncrypted implements RelationPolicy {
    private static final String VOLUME = "aws:ebs/volume:Volume";
    private static final Property ENCRYPTED = Property.of(VOLUME, "encrypted");
    private static final Property KEY = Property.of(VOLUME, "kmsKeyId");

    @Override
    public Set<String> types() {
        return Set.of(VOLUME);
    }

    @Override
    public Verdict check(Resource volume, Graph graph) {
        return Verdict.require(volume.get(ENCRYPTED).isTrue(), "is not encrypted: encrypted is not true")
                .and(Keys.encrypt(volume, KEY, graph));
    }
}
