package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;

/** A container of a pod, whichever list of the pod it stands in. */
record Container(PodSpec pod, Value value) {
    private static final Property NAME = Property.of(Workloads.POD, "spec.containers[].name");

    /** A property by its path in a pod: {@code spec.containers[].securityContext.privileged}. */
    Value get(Property property) {
        return Paths.follow(value, property, 2);
    }

    /** What the container says, or where it says nothing, what its pod says. */
    Value get(Property own, Property ofPod) {
        Value said = get(own);
        return said.isMissing() ? pod.get(ofPod) : said;
    }

    /** PASS where the requirement holds, else words that begin with the container's name. */
    Verdict require(Truth requirement, String otherwise) {
        return Verdict.require(requirement, "container \"" + name() + "\" " + otherwise);
    }

    String name() {
        return get(NAME).text().orElse("?");
    }
}
