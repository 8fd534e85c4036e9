package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;

/** The metadata that every object of a cluster has. */
final class Metadata {
    /** What stands for a namespace that is not known yet; no namespace can have this name. */
    static final String UNKNOWN = "?";

    private static final Property NAMESPACE = Property.of(Workloads.POD, "metadata.namespace");
    private static final Property NAME = Property.of(Workloads.POD, "metadata.name");
    private static final Property METADATA = Property.of(Workloads.POD, "metadata");
    private static final Property LABELS = Property.of(Workloads.POD, "metadata.labels");
    private static final Property ANNOTATIONS = Property.of(Workloads.POD, "metadata.annotations");

    private Metadata() {}

    /** The namespace, "default" where none is named. */
    static String namespace(Resource object) {
        Value namespace = of(object).get(NAMESPACE);
        return namespace.isMissing() ? "default" : namespace.text().orElse(UNKNOWN);
    }

    /** The name in the cluster. */
    static Value name(Resource object) {
        return of(object).get(NAME);
    }

    static Value labels(Resource object) {
        return of(object).get(LABELS);
    }

    static Value annotations(Resource object) {
        return of(object).get(ANNOTATIONS);
    }

    /** All kinds have the same metadata, so a pod's property names are everybody's. */
    private static Value of(Resource object) {
        return object.get(new Property(object.type(), METADATA.path()));
    }
}
