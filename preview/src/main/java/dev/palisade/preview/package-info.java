/** A preview of the platform that needs no account, no credentials and no Pulumi. */
@NullMarked
package dev.palisade.preview;

import org.jspecify.annotations.NullMarked;
