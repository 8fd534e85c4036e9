package dev.palisade.policy.rules.pulumi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of AWS resources in {@code kinds.txt}. */
final class KnownKinds {
    private static final Set<String> KINDS = read();
    private static final Pattern TYPE = Pattern.compile("aws:([^/:]+)/[^:]+:(\\w+)");

    private KnownKinds() {}

    /** Whether a type of the AWS provider is one of them. */
    static boolean contain(String type) {
        return KINDS.contains(TYPE.matcher(type).replaceFirst("$1 $2"));
    }

    private static Set<String> read() {
        try (InputStream file = KnownKinds.class.getResourceAsStream("kinds.txt")) {
            return new String(Objects.requireNonNull(file, "kinds.txt").readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(KnownKinds::kinds)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line is the module of the provider's type tokens and kinds of it. */
    private static Stream<String> kinds(String line) {
        String[] words = line.split("[: ]+", -1);
        return Stream.of(words).skip(1).map(kind -> words[0] + " " + kind);
    }
}
