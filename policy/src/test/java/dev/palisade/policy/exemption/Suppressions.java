package dev.palisade.policy.exemption;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every finding of static analysis that the code of a repository suppresses, as an exemption would name it. */
final class Suppressions {
    /** What javac itself warns of; every other plain name is a check of Error Prone. */
    private static final Set<String> JAVAC = Set.of("unchecked", "rawtypes", "deprecation", "removal", "serial", "all");

    private static final Pattern SUPPRESS_WARNINGS = Pattern.compile("@SuppressWarnings\\(([^)]*)\\)");
    private static final Pattern SUPPRESS_FINDBUGS =
            Pattern.compile("@SuppressFBWarnings\\(\\s*(?:value\\s*=\\s*)?(\\{[^}]*}|\"[^\"]*\")?");
    private static final Pattern NOPMD = Pattern.compile("//\\s*NOPMD");
    private static final Pattern NAME = Pattern.compile("\"([^\"]*)\"");

    private Suppressions() {}

    /** A rule of an analyser and the file in which it is silenced. */
    record Suppression(String rule, String file) {}

    static List<Suppression> in(Path root) throws IOException {
        List<Suppression> found = new ArrayList<>();
        for (String room : List.of(".", "app", "policy", "preview", "e2e")) {
            Path sources = root.resolve(room).resolve("src/main/java").normalize();
            if (Files.isDirectory(sources)) {
                try (Stream<Path> files = Files.walk(sources)) {
                    for (Path file : files.filter(one -> one.toString().endsWith(".java"))
                            .sorted()
                            .toList()) {
                        String path = root.normalize().relativize(file).toString();
                        rules(Files.readString(file)).forEach(rule -> found.add(new Suppression(rule, path)));
                    }
                }
            }
        }
        return found;
    }

    static Set<String> rules(String source) {
        Set<String> rules = new TreeSet<>();
        names(SUPPRESS_WARNINGS, source).forEach(name -> rules.add(ofWarning(name)));
        names(SUPPRESS_FINDBUGS, source).forEach(name -> rules.add("spotbugs/" + name));
        if (NOPMD.matcher(source).find()) {
            rules.add("pmd/NOPMD");
        }
        return rules;
    }

    private static String ofWarning(String name) {
        if (name.startsWith("PMD.")) {
            return "pmd/" + name.substring("PMD.".length());
        }
        return (JAVAC.contains(name) ? "javac/" : "errorprone/") + name;
    }

    private static List<String> names(Pattern annotation, String source) {
        List<String> names = new ArrayList<>();
        Matcher matcher = annotation.matcher(source);
        while (matcher.find()) {
            String arguments = matcher.group(1) == null ? "\"all\"" : matcher.group(1);
            NAME.matcher(arguments).results().forEach(name -> names.add(name.group(1)));
        }
        return names;
    }
}
