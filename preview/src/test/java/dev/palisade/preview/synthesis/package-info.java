/** The synthesis tables against the providers' SDKs. */
@NullMarked
package dev.palisade.preview.synthesis;

import org.jspecify.annotations.NullMarked;
