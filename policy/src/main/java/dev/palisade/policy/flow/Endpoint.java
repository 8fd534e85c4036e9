package dev.palisade.policy.flow;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where packets begin or end.
 *
 * @param name what declared flows call it: {@code internet}, {@code pods/palisade/service}
 * @param pods what network policies know of it, where it is pods on the pod network
 * @param accepts what it takes at all
 * @param front by what AWS lets outsiders in, past the network of the VPC
 */
record Endpoint(
        String name,
        Kind kind,
        List<Place> places,
        Optional<Pods> pods,
        Optional<Filter> accepts,
        Optional<Filter> front) {

    /** How packets get there. */
    enum Kind {
        /** Beyond the internet gateway. */
        INTERNET,
        /** Beyond a peering connection or another gateway. */
        PEER,
        /** On network interfaces in subnets. */
        INSIDE,
        /** An API of AWS's region. */
        AWS,
        /** The link-local address of the machine itself. */
        METADATA
    }

    Endpoint {
        places = List.copyOf(places);
    }

    static Endpoint of(String name, Kind kind, List<Place> places) {
        return new Endpoint(name, kind, places, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same at other places. */
    Endpoint at(Collection<Place> others) {
        return new Endpoint(name, kind, List.copyOf(others), pods, accepts, front);
    }

    /** Whether a declared flow that speaks of {@code selector} means this one. */
    boolean isOf(String selector) {
        return name.startsWith(selector)
                && (name.length() == selector.length() || name.charAt(selector.length()) == '/');
    }

    /** Whether it is a node or runs on one. */
    boolean isInCluster() {
        return isOf("pods") || isOf("nodes");
    }
}
