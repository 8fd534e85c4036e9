/** Policies on what faces the internet: load balancers, certificates and the web application firewall. */
@NullMarked
package dev.palisade.policy.rules.edge;

import org.jspecify.annotations.NullMarked;
