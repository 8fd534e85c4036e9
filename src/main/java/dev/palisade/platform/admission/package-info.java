/** Who may bring images into the cluster. */
@NullMarked
package dev.palisade.platform.admission;

import org.jspecify.annotations.NullMarked;
