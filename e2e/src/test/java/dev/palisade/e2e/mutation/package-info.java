/** How many weakenings of the program's own stacks the policies notice. */
@NullMarked
package dev.palisade.e2e.mutation;

import org.jspecify.annotations.NullMarked;
