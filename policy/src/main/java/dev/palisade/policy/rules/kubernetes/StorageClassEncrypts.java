package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;

@PolicyInfo(
        title = "Storage classes encrypt with a key of the stack",
        severity = Severity.HIGH,
        rows = Row.X3,
        controls = {
            "NIST 800-53 SC-28",
            "PCI DSS 3.5.1",
            "HIPAA 164.312(a)(2)(iv)",
            "SOC 2 CC6.1",
            "GDPR 32(1)(a)",
            "Security Hub EC2.3"
        },
        why = "A volume that a pod asks for is as clear as its class says, whatever the nodes' disks are.",
        remedy =
                "Set encrypted and kmsKeyId in the parameters, ebs.csi.aws.com as the provisioner, and WaitForFirstConsumer.",
        snippet =
                "StorageClassArgs.builder().parameters(key.arn().applyValue(arn -> Map.of(\"encrypted\", \"true\", \"kmsKeyId\", arn)))")
public final class StorageClassEncrypts implements RelationPolicy {
    private static final String CLASS = "kubernetes:storage.k8s.io/v1:StorageClass";
    private static final String KEY = "aws:kms/key:Key";
    private static final String ADDON = "aws:eks/addon:Addon";
    private static final Property ADDON_NAME = Property.of(ADDON, "addonName");
    private static final Property PARAMETERS = Property.of(CLASS, "parameters");
    private static final Property PROVISIONER = Property.of(CLASS, "provisioner");
    private static final Property BINDING = Property.of(CLASS, "volumeBindingMode");

    @Override
    public Set<String> types() {
        return Set.of(CLASS, ADDON);
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        return CLASS.equals(resource.type()) ? judge(resource, graph) : driver(resource, graph);
    }

    /** Without a class of the stack that is the default, a volume is made by one that EKS brings and nobody judged. */
    private static Verdict driver(Resource addon, Graph graph) {
        if (addon.get(ADDON_NAME).is("aws-ebs-csi-driver") == Truth.FALSE) {
            return Verdict.NOT_APPLICABLE;
        }
        Truth standard = Truth.FALSE;
        for (Resource storage : graph.ofType(CLASS)) {
            standard = standard.or(Metadata.annotations(storage)
                    .field("storageclass.kubernetes.io/is-default-class")
                    .is("true"));
        }
        return Verdict.require(
                standard, "makes volumes by a class that the stack does not name: no default StorageClass");
    }

    private static Verdict judge(Resource storage, Graph graph) {
        Value parameters = storage.get(PARAMETERS);
        return Verdict.require(
                        parameters.field("encrypted").is("true"), "does not encrypt: parameters.encrypted is not true")
                .and(Verdict.require(
                        graph.targets(storage, PARAMETERS, parameters.field("kmsKeyId"), KEY)
                                .exist(),
                        "encrypts with a key that is not the stack's: parameters.kmsKeyId"))
                .and(Verdict.require(
                        Paths.absentOr(
                                parameters.field("type"),
                                parameters.field("type").isOneOf("gp3", "gp2", "io2", "io1", "st1", "sc1")),
                        "asks for volumes of a type that EBS does not have: parameters.type"))
                .and(Verdict.require(
                        storage.get(PROVISIONER).is("ebs.csi.aws.com"),
                        "has a provisioner that is not the EBS CSI driver: provisioner"))
                .and(Verdict.require(
                        storage.get(BINDING).is("WaitForFirstConsumer"),
                        "makes volumes in zones without the pod: volumeBindingMode"));
    }
}
