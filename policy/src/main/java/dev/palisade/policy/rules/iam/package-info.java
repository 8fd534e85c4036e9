/** Policies on IAM: who may assume which role, and what it may do then. */
@NullMarked
package dev.palisade.policy.rules.iam;

import org.jspecify.annotations.NullMarked;
