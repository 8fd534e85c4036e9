/** Policies on EKS clusters, their nodes, add-ons and access. */
@NullMarked
package dev.palisade.policy.rules.eks;

import org.jspecify.annotations.NullMarked;
