/** What the Kubernetes SDK does not bring. */
@NullMarked
package dev.palisade.platform.kubernetes;

import org.jspecify.annotations.NullMarked;
