/** How the service speaks HTTP: server, limits, problems, headers, request ids and client addresses. */
@NullMarked
package dev.palisade.app.http;

import org.jspecify.annotations.NullMarked;
