/** The common ground of all component resources. */
@NullMarked
package dev.palisade.platform.room;

import org.jspecify.annotations.NullMarked;
