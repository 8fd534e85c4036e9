/** The way in: certificate, load balancer and web application firewall. */
@NullMarked
package dev.palisade.platform.edge;

import org.jspecify.annotations.NullMarked;
