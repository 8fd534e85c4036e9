/** Drives the real Pulumi CLI: builds it once, runs it with a file backend, reads its events and its state. */
@NullMarked
package dev.palisade.e2e.engine;

import org.jspecify.annotations.NullMarked;
