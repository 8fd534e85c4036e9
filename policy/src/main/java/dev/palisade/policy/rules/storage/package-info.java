/** Policies on what keeps data: buckets, registries, file systems, databases and backups. */
@NullMarked
package dev.palisade.policy.rules.storage;

import org.jspecify.annotations.NullMarked;
