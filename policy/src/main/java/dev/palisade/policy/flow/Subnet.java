package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Truth;
import java.util.Map;
import java.util.Set;

/**
 * A subnet.
 *
 * @param addresses its blocks; all addresses where they are not known
 * @param vpc the URN of its VPC, or what is known of it; empty where nothing is
 * @param givesPublicAddresses whether machines in it get a public address by default
 */
record Subnet(
        String urn,
        String name,
        AddressSet addresses,
        boolean addressesKnown,
        Set<String> vpc,
        Truth givesPublicAddresses,
        Map<String, String> tags) {}
