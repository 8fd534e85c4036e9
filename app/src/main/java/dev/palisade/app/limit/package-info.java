/** How often a client may use the data interface. */
@NullMarked
package dev.palisade.app.limit;

import org.jspecify.annotations.NullMarked;
