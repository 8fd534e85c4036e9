/** What pipelines may do in the account. */
@NullMarked
package dev.palisade.platform.delivery;

import org.jspecify.annotations.NullMarked;
