/** Buckets that nobody outside can read. */
@NullMarked
package dev.palisade.platform.storage;

import org.jspecify.annotations.NullMarked;
