package dev.palisade.app.settings;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Addresses as they are written in settings. Each method throws IllegalArgumentException on a bad one. */
final class Addresses {
    private Addresses() {}

    /** A URL with a host and one of the schemes. */
    static URI url(String text, Set<String> schemes) {
        var url = URI.create(text);
        if (url.getScheme() == null || !schemes.contains(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("not a URL of these schemes");
        }
        return url;
    }

    /** {@code https} everywhere; {@code http} on localhost, where a test or a developer runs the peer. */
    static URI secureUrl(String text) {
        var url = url(text, Set.of("https", "http"));
        if ("http".equals(url.getScheme()) && !"localhost".equals(url.getHost())) {
            throw new IllegalArgumentException("not encrypted");
        }
        return url;
    }

    /** Origins separated by commas: scheme, host and port alone, in lower case, as browsers send them. */
    static Set<String> origins(String text) {
        return Arrays.stream(text.split(",", -1)).map(Addresses::origin).collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code redis://} or, encrypted, {@code rediss://}; it may hold a password. */
    static Secret redis(String text) {
        return new Secret(url(text, Set.of("redis", "rediss")).toString());
    }

    /** A collector inside the cluster may be spoken to in clear text. */
    static URI collector(String text) {
        return url(text, Set.of("http", "https"));
    }

    /** {@code postgresql://user:password@host:5432/name?sslmode=verify-full}. */
    static DatabaseSettings database(String text, int poolSize) {
        var url = url(text, Set.of("postgresql", "postgres"));
        var credentials = String.valueOf(url.getRawUserInfo()).split(":", 2);
        if (credentials.length != 2 || url.getPath().length() < 2) {
            throw new IllegalArgumentException("no user, password or database name");
        }
        var port = url.getPort() < 0 ? 5432 : url.getPort();
        var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return new DatabaseSettings(
                "jdbc:postgresql://" + url.getHost() + ":" + port + url.getRawPath() + query,
                decoded(credentials[0]),
                new Secret(decoded(credentials[1])),
                poolSize);
    }

    private static String origin(String text) {
        var url = url(text.strip(), Set.of("https", "http"));
        var port = url.getPort() < 0 ? "" : ":" + url.getPort();
        var origin = url.getScheme() + "://" + url.getHost() + port;
        if (!origin.equals(text.strip())) {
            throw new IllegalArgumentException("more than an origin");
        }
        return origin;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
