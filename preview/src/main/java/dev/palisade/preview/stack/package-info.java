/** A stack's project and configuration files as the engine reads them. */
@NullMarked
package dev.palisade.preview.stack;

import org.jspecify.annotations.NullMarked;
