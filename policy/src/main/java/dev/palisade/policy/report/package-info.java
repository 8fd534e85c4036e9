/** An assessment as text, Markdown, JSON, SARIF and JUnit: the same facts in the same order, for different readers. */
@NullMarked
package dev.palisade.policy.report;

import org.jspecify.annotations.NullMarked;
