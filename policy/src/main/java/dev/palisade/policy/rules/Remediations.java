package dev.palisade.policy.rules;

import dev.palisade.policy.framework.Remediation;
import dev.palisade.policy.rules.remediation.DropInvalidHeaders;
import dev.palisade.policy.rules.remediation.EncryptVolumes;
import dev.palisade.policy.rules.remediation.RequireImdsV2;
import dev.palisade.policy.rules.remediation.SetDefaultTags;
import dev.palisade.policy.rules.remediation.SwitchClusterCreatorAdminOff;
import dev.palisade.policy.rules.remediation.UseStandardSupport;
import java.util.List;

/** Every remediation, in the order in which they are applied. A test fails for a class that is not here. */
public final class Remediations {
    private static final List<Remediation> REMEDIATIONS = List.of(
            new DropInvalidHeaders(),
            new EncryptVolumes(),
            new RequireImdsV2(),
            new SetDefaultTags(),
            new SwitchClusterCreatorAdminOff(),
            new UseStandardSupport());

    private Remediations() {}

    public static List<Remediation> all() {
        return REMEDIATIONS;
    }
}
