/** The service: what the platform exists to run. */
@NullMarked
package dev.palisade.app;

import org.jspecify.annotations.NullMarked;
