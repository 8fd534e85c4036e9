package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Property;

/** Where the provider keeps what a Helm release installs. */
public final class HelmRelease {
    public static final String TYPE = "kubernetes:helm.sh/v3:Release";
    public static final Property CHART = Property.of(TYPE, "chart");
    public static final Property NAMESPACE = Property.of(TYPE, "namespace");
    /** The chart's own settings, whose keys are data. */
    public static final Property VALUES = Property.of(TYPE, "values");

    private HelmRelease() {}
}
