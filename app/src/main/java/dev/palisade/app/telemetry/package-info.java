/** What the service tells of itself: an access log, metrics and traces. */
@NullMarked
package dev.palisade.app.telemetry;

import org.jspecify.annotations.NullMarked;
