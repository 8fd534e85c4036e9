/** What a policy is, how it is judged and what comes of it. Knows no single rule. */
@NullMarked
package dev.palisade.policy.framework;

import org.jspecify.annotations.NullMarked;
