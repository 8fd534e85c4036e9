/** Policies on instances, their launch templates, volumes and images. */
@NullMarked
package dev.palisade.policy.rules.ec2;

import org.jspecify.annotations.NullMarked;
