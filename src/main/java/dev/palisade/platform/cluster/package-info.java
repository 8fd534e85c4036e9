/** The EKS cluster, its nodes, add-ons and identities. */
@NullMarked
package dev.palisade.platform.cluster;

import org.jspecify.annotations.NullMarked;
