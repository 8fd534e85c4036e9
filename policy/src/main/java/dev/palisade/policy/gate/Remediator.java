package dev.palisade.policy.gate;

import dev.palisade.policy.framework.Remediation;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Applies the remediations to what a program asks for, in order, each on the result of the one before. */
public final class Remediator {
    private final List<Remediation> remediations;
    private final Set<String> types;

    public Remediator(List<Remediation> remediations) {
        this.remediations = List.copyOf(remediations);
        this.types = remediations.stream()
                .flatMap(remediation -> remediation.types().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** One fix that changed something, and the inputs after it. */
    public record Applied(Remediation remediation, Value.Fields inputs) {}

    /** Whether there is a fix for resources of a type at all; most need not even be read. */
    public boolean knows(String type) {
        return types.contains(type);
    }

    /** The fixes that change something; the last one's inputs are the final ones. */
    public List<Applied> apply(Resource planned) {
        List<Applied> applied = new ArrayList<>();
        Resource current = planned;
        for (Remediation remediation : remediations) {
            if (!remediation.types().contains(planned.type())) {
                continue;
            }
            Optional<Value.Fields> fixed = remediation.fix(current);
            if (fixed.isPresent() && !fixed.get().equals(current.inputs())) {
                applied.add(new Applied(remediation, fixed.get()));
                current = current.withInputs(fixed.get());
            }
        }
        return applied;
    }
}
