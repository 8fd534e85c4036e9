/** A thin typed binding of the packaged pulumi-eks component. */
@NullMarked
package dev.palisade.platform.eks;

import org.jspecify.annotations.NullMarked;
