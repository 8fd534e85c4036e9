package dev.palisade.policy.rules.ec2;

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
import dev.palisade.policy.rules.kms.Keys;
import java.util.Set;

@PolicyInfo(
        title = "Launch templates make encrypted gp3 volumes with a key of this stack",
        severity = Severity.HIGH,
        rows = {Row.X3},
        controls = {
            "CIS AWS 5.1.1",
            "NIST 800-53 SC-28(1)",
            "PCI DSS 3.5.1.2",
            "HIPAA 164.312(a)(2)(iv)",
            "SOC 2 CC6.1",
            "GDPR 32(1)(a)",
            "Security Hub EC2.3"
        },
        why = "Images, logs and what pods write lie on these volumes, and stay in their snapshots.",
        remedy = "Give every block device encrypted EBS with the stack's key for volumes, deleted with the instance.",
        snippet =
                "LaunchTemplateBlockDeviceMappingEbsArgs.builder().volumeType(\"gp3\").encrypted(\"true\").kmsKeyId(key.arn())")
public final class LaunchTemplateEncryptsVolumes implements RelationPolicy {
    private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
    private static final String ALIAS = "aws:kms/alias:Alias";
    private static final Property MAPPINGS = Property.of(TEMPLATE, "blockDeviceMappings");
    private static final Property DEVICE = Property.of(TEMPLATE, "blockDeviceMappings[].deviceName");
    private static final Property EBS = Property.of(TEMPLATE, "blockDeviceMappings[].ebs");
    private static final Property ENCRYPTED = Property.of(TEMPLATE, "blockDeviceMappings[].ebs.encrypted");
    private static final Property KEY = Property.of(TEMPLATE, "blockDeviceMappings[].ebs.kmsKeyId");
    private static final Property TYPE = Property.of(TEMPLATE, "blockDeviceMappings[].ebs.volumeType");
    private static final Property DELETED = Property.of(TEMPLATE, "blockDeviceMappings[].ebs.deleteOnTermination");
    private static final Property NODE_TEMPLATE = Property.of("aws:eks/nodeGroup:NodeGroup", "launchTemplate.id");
    private static final Property IMAGE = Property.of("aws:eks/nodeGroup:NodeGroup", "amiType");

    @Override
    public Set<String> types() {
        return Set.of(TEMPLATE);
    }

    @Override
    public Verdict check(Resource template, Graph graph) {
        Value mappings = template.get(MAPPINGS);
        if (mappings.isMissing() || (!mappings.isUnknown() && mappings.items().isEmpty())) {
            return Verdict.fail("says nothing of its volumes: blockDeviceMappings is empty");
        }
        Verdict verdict = Verdict.PASS;
        for (Value mapping : mappings.items()) {
            String device = mapping.get(DEVICE).text().orElse("a device");
            Value ebs = mapping.get(EBS);
            verdict = verdict.and(Verdict.require(ebs.get(ENCRYPTED).isTrue(), device + " is not encrypted"))
                    .and(Verdict.require(
                            graph.targets(template, KEY, ebs.get(KEY), Keys.KEY, ALIAS)
                                    .exist(),
                            device + " is encrypted with no key of this stack"))
                    .and(Verdict.require(ebs.get(TYPE).is("gp3"), device + " is not a gp3 volume"))
                    .and(Verdict.require(ebs.get(DELETED).is("false").not(), device + " outlives its instance"));
        }
        return verdict.and(Verdict.require(
                        mappings.any(mapping -> mapping.get(DEVICE).is("/dev/xvda")),
                        "says nothing of the root volume /dev/xvda"))
                .and(Verdict.require(
                        isBottlerocket(template, graph).not().or(mappings.any(mapping -> mapping.get(DEVICE)
                                .is("/dev/xvdb"))),
                        "says nothing of Bottlerocket's data volume /dev/xvdb"));
    }

    /** Bottlerocket keeps images and pods' files on a second volume. */
    private static Truth isBottlerocket(Resource template, Graph graph) {
        return graph.referrers(template, NODE_TEMPLATE)
                .any(nodes -> nodes.get(IMAGE).matches(type -> type.startsWith("BOTTLEROCKET")));
    }
}
