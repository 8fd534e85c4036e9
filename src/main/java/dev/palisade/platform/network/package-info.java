/** The VPC: address plan, tiers, routes and packet filters. */
@NullMarked
package dev.palisade.platform.network;

import org.jspecify.annotations.NullMarked;
