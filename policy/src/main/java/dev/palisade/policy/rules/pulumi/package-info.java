/** Policies about Pulumi's own options, providers and outputs. */
@NullMarked
package dev.palisade.policy.rules.pulumi;

import org.jspecify.annotations.NullMarked;
