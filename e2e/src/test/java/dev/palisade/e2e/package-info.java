/** Palisade against engines that nobody here wrote: the real Pulumi CLI and Java language host. */
@NullMarked
package dev.palisade.e2e;

import org.jspecify.annotations.NullMarked;
