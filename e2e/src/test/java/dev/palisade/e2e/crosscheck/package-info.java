/** What other people's scanners say of the same stack, held against a reviewed list. */
@NullMarked
package dev.palisade.e2e.crosscheck;

import org.jspecify.annotations.NullMarked;
