package dev.palisade.policy.rules.remediation;

import dev.palisade.policy.framework.Remediation;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Encrypts EBS volumes: those that stand alone and those of a launch template. */
public final class EncryptVolumes implements Remediation {
    private static final String VOLUME = "aws:ebs/volume:Volume";
    private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
    private static final Property VOLUME_ENCRYPTED = Property.of(VOLUME, "encrypted");
    private static final Property MAPPINGS = Property.of(TEMPLATE, "blockDeviceMappings");
    private static final Property EBS = Property.of(TEMPLATE, "blockDeviceMappings[].ebs");
    private static final Property ENCRYPTED = Property.of(TEMPLATE, "blockDeviceMappings[].ebs.encrypted");

    @Override
    public Set<String> types() {
        return Set.of(VOLUME, TEMPLATE);
    }

    @Override
    public Optional<Value.Fields> fix(Resource resource) {
        if (VOLUME.equals(resource.type())) {
            return resource.get(VOLUME_ENCRYPTED).isTrue() == Truth.FALSE
                    ? Optional.of(resource.inputs().with(VOLUME_ENCRYPTED, new Value.Bool(true)))
                    : Optional.empty();
        }
        List<Value> mappings = resource.get(MAPPINGS).items();
        List<Value> fixed = mappings.stream().map(EncryptVolumes::encrypt).toList();
        return fixed.equals(mappings)
                ? Optional.empty()
                : Optional.of(resource.inputs().with(MAPPINGS, new Value.Items(fixed)));
    }

    /** A device without EBS, such as an instance store, has nothing to encrypt. */
    private static Value encrypt(Value mapping) {
        return mapping instanceof Value.Fields fields
                        && mapping.get(EBS) instanceof Value.Fields ebs
                        && ebs.get(ENCRYPTED).isTrue() == Truth.FALSE
                ? fields.with("ebs", ebs.with("encrypted", Value.of("true")))
                : mapping;
    }

    @Override
    public String done() {
        return "Switched the encryption of EBS volumes on.";
    }
}
