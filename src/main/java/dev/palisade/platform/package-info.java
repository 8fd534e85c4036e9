/** The Pulumi program: wires the rooms of the platform together. */
@NullMarked
package dev.palisade.platform;

import org.jspecify.annotations.NullMarked;
