/** What a stack may set, read and checked in one place. */
@NullMarked
package dev.palisade.platform.settings;

import org.jspecify.annotations.NullMarked;
