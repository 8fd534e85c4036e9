package dev.palisade.policy.rules.ec2;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.rules.kms.Keys;

@PolicyInfo(
        title = "The account encrypts every new volume and shares no snapshot with the public",
        severity = Severity.MEDIUM,
        rows = {Row.X3},
        controls = {
            "CIS AWS 5.1.1",
            "NIST 800-53 SC-28(1)",
            "PCI DSS 3.5.1.2",
            "HIPAA 164.312(a)(2)(iv)",
            "Security Hub EC2.7",
            "Security Hub EC2.182"
        },
        why =
                "Volumes that controllers make later, for a claim of a pod or from a snapshot, follow the account's default.",
        remedy = "Switch the default on and block the public sharing of snapshots.",
        snippet = "new EncryptionByDefault(\"ebs\", EncryptionByDefaultArgs.builder().enabled(true).build())")
public final class AccountEncryptsVolumesByDefault implements StackPolicy {
    private static final String DEFAULT = "aws:ebs/encryptionByDefault:EncryptionByDefault";
    private static final Property ENABLED = Property.of(DEFAULT, "enabled");
    private static final Property KEY = Property.of("aws:ebs/defaultKmsKey:DefaultKmsKey", "keyArn");
    private static final String SHARING = "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess";
    private static final Property STATE = Property.of(SHARING, "state");

    @Override
    public Verdict check(Graph graph) {
        if (graph.ofType(
                        "aws:eks/nodeGroup:NodeGroup",
                        "aws:ec2/launchTemplate:LaunchTemplate",
                        "aws:ebs/volume:Volume",
                        DEFAULT,
                        SHARING)
                .isEmpty()) {
            return Verdict.NOT_APPLICABLE;
        }
        Truth encrypts = graph.ofType(DEFAULT).stream()
                .map(one -> one.get(ENABLED).isPresent().not().or(() -> one.get(ENABLED)
                        .isTrue()))
                .reduce(Truth.FALSE, Truth::or);
        Truth keeps = graph.ofType(SHARING).stream()
                .map(one -> one.get(STATE).is("block-all-sharing"))
                .reduce(Truth.FALSE, Truth::or);
        Truth own = graph.ofType(KEY.type()).stream()
                .map(one -> graph.targets(one, KEY, Keys.KEY).exist())
                .reduce(Truth.FALSE, Truth::or);
        return Verdict.require(encrypts, "does not encrypt volumes by default")
                .and(Verdict.require(own, "encrypts volumes with a key of AWS's by default"))
                .and(Verdict.require(keeps, "does not block the public sharing of snapshots"));
    }
}
