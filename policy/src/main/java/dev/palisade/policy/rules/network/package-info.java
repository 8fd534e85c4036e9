/** Policies on the VPC: subnets, routes, packet filters, endpoints and flow logs. */
@NullMarked
package dev.palisade.policy.rules.network;

import org.jspecify.annotations.NullMarked;
