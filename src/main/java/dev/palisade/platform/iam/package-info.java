/** IAM policy documents as typed values. */
@NullMarked
package dev.palisade.platform.iam;

import org.jspecify.annotations.NullMarked;
