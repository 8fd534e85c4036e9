/** Policies on KMS keys. */
@NullMarked
package dev.palisade.policy.rules.kms;

import org.jspecify.annotations.NullMarked;
