package dev.palisade.e2e.kubernetes;

/** Who is where: the addresses of the dev stack's subnets, as {@code machine.sh} gives them out. */
final class Addresses {
    /** The node, in a private subnet. */
    static final String NODE = "10.20.0.10";

    /** Where pods get theirs from: the upper half of the same subnet. */
    static final String PODS = "10.20.8.0/24";

    /** All of it. */
    static final String VPC = "10.20.0.0/16";

    /** The load balancer, in a public subnet. */
    static final String LOAD_BALANCER = "10.20.128.10";

    /** The database, in its own tier. */
    static final String DATABASE = "10.20.160.10";

    /** Anywhere else. */
    static final String INTERNET = "198.51.100.10";

    /** Where EKS takes the addresses of Services from. */
    static final String SERVICES = "172.20.0.0/16";

    /** The API server as a Service. */
    static final String API_SERVICE = "172.20.0.1";

    /** The cluster's name server as a Service. */
    static final String DNS_SERVICE = "172.20.0.10";

    private Addresses() {}
}
