/** The data interface: strict JSON in, sanitised objects kept, pages out. */
@NullMarked
package dev.palisade.app.data;

import org.jspecify.annotations.NullMarked;
