/** The service on the cluster, and where its image comes from. */
@NullMarked
package dev.palisade.platform.workload;

import org.jspecify.annotations.NullMarked;
