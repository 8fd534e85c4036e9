package dev.palisade.app.settings;

/**
 * Where PostgreSQL is.
 *
 * @param jdbcUrl the address without credentials
 * @param user the user name
 * @param password the user's password
 * @param poolSize connections to keep open
 */
public record DatabaseSettings(String jdbcUrl, String user, Secret password, int poolSize) {}
