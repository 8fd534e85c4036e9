/** Holds the workflows that build, check and deploy to what they promise. */
@NullMarked
package dev.palisade.e2e.delivery;

import org.jspecify.annotations.NullMarked;
