/** What the environment says, typed and validated before anything starts. */
@NullMarked
package dev.palisade.app.settings;

import org.jspecify.annotations.NullMarked;
