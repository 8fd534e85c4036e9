/** JSON as the service reads and writes it. */
@NullMarked
package dev.palisade.app.json;

import org.jspecify.annotations.NullMarked;
