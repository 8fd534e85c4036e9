package dev.palisade.policy.pack;

import dev.palisade.policy.exemption.Exemptions;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.gate.Remediator;
import dev.palisade.policy.rules.Catalogue;
import dev.palisade.policy.rules.Remediations;
import java.util.List;

/** What the pack judges by. */
record Declared(List<Policy> policies, Remediator remediator, Exemptions exemptions) {
    /** Every policy and remediation of the catalogue, with the exemptions that are declared. */
    static Declared inTheCatalogue() {
        return new Declared(Catalogue.policies(), new Remediator(Remediations.all()), Exemptions.declared());
    }
}
