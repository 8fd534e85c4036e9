/** What holds for the whole account and region. */
@NullMarked
package dev.palisade.platform.account;

import org.jspecify.annotations.NullMarked;
