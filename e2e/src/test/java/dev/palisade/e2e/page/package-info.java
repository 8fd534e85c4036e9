/** The report's page in a real browser, without a network. */
@NullMarked
package dev.palisade.e2e.page;

import org.jspecify.annotations.NullMarked;
