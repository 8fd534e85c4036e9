package dev.palisade.platform.network;

/** A layer of the network; each has one subnet in every zone. */
public enum Tier {
    /** Load balancer and NAT gateways. */
    PUBLIC,
    /** Nodes, pods and interface endpoints. */
    PRIVATE,
    /** The control plane's network interfaces. */
    INTRA,
    /** Databases. */
    DATA;

    /** The tier's name in lower case, as resource names and tags have it. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
