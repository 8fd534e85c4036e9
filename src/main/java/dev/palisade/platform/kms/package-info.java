/** Customer managed keys, one for each purpose. */
@NullMarked
package dev.palisade.platform.kms;

import org.jspecify.annotations.NullMarked;
