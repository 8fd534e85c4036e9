/** Pulumi's property values as they travel: unknowns, secrets, resource references in protobuf structs. */
@NullMarked
package dev.palisade.preview.wire;

import org.jspecify.annotations.NullMarked;
