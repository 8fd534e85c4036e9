/** Whether the service lives and whether it wants requests. */
@NullMarked
package dev.palisade.app.health;

import org.jspecify.annotations.NullMarked;
