package dev.palisade.policy.pack;

import dev.palisade.policy.exemption.Exemptions;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.Remediation;
import dev.palisade.policy.rules.Catalogue;
import dev.palisade.policy.rules.Remediations;
import java.util.List;

/** What the pack judges by. */
record Declared(List<Policy> policies, List<Remediation> remediations, Exemptions exemptions) {
    /** Every policy and remediation of the catalogue, with the exemptions that are declared. */
    static Declared inTheCatalogue() {
        return new Declared(Catalogue.policies(), Remediations.all(), Exemptions.declared());
    }
}
