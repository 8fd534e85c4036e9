/** The contract of the service, for machines and for people. */
@NullMarked
package dev.palisade.app.docs;

import org.jspecify.annotations.NullMarked;
