/** What watches the platform: logs, alarms, dashboard and budget. */
@NullMarked
package dev.palisade.platform.observability;

import org.jspecify.annotations.NullMarked;
