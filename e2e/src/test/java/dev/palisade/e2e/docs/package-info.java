/** Holds the documents to what they speak of: links, commands, alarms, pictures. */
@NullMarked
package dev.palisade.e2e.docs;

import org.jspecify.annotations.NullMarked;
