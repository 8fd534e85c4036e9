/** A real Kubernetes in namespaces of its own, and the stack's own resources on it. */
@NullMarked
package dev.palisade.e2e.kubernetes;

import org.jspecify.annotations.NullMarked;
