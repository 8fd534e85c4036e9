/** The service against real peers: PostgreSQL, Redis and schemathesis, found on PATH or where Debian puts them. */
package dev.palisade.app.e2e;
