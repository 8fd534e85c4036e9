/** The catalogue of policies, and in the packages below one policy a file. */
@NullMarked
package dev.palisade.policy.rules;

import org.jspecify.annotations.NullMarked;
