package dev.palisade.e2e.docs;

import dev.palisade.e2e.engine.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown document of the repository. */
record Page(Path file, String text) {
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)^ *```");
    private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");

    /** Every document. */
    static List<Page> all() {
        return Tree.FILES.stream()
                .filter(file -> file.toString().endsWith(".md"))
                .sorted()
                .map(Page::read)
                .toList();
    }

    static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is, from the root. */
    String name() {
        return Repository.root().relativize(file).toString();
    }

    /** What can follow {@code #} in a link to it, as GitHub makes it of the headings. */
    Set<String> anchors() {
        var anchors = new HashSet<String>();
        matches(HEADING, FENCE.matcher(text).replaceAll("")).forEach(heading -> {
            var anchor = heading.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            var unique = anchor;
            for (int i = 1; !anchors.add(unique); i++) {
                unique = anchor + "-" + i;
            }
        });
        return anchors;
    }

    /** The targets of its links. */
    List<String> links() {
        return matches(LINK, INLINE.matcher(FENCE.matcher(text).replaceAll("")).replaceAll("code"))
                .map(link -> link.group(1))
                .toList();
    }

    /** What stands in single backticks. */
    List<String> inlineCode() {
        return matches(INLINE, FENCE.matcher(text).replaceAll(""))
                .map(code -> code.group(1))
                .toList();
    }

    /** The blocks in that language. */
    List<String> fences(String language) {
        return matches(FENCE, text)
                .filter(fence -> fence.group(1).equals(language))
                .map(fence -> fence.group(2))
                .toList();
    }

    /** The words of each call of a program, in blocks for the shell and within sentences. */
    List<List<String>> calls(String program) {
        var call = Pattern.compile(Pattern.quote(program) + "(?=[ \\n]|$)([^|&;()\\n]*)");
        return Stream.of(fences("sh").stream(), fences("").stream(), inlineCode().stream())
                .flatMap(code -> code)
                .map(code -> code.replaceAll("\\\\\\n *", " ").replaceAll("(?m) # .*$", ""))
                .flatMap(code -> matches(call, code))
                .map(found -> Stream.of(found.group(1).strip().split("\\s+", -1))
                        .filter(word -> !word.isEmpty() && !word.matches("[<>][^>]*"))
                        .map(word -> word.replaceAll("[\"']", ""))
                        .toList())
                .toList();
    }

    @Override
    public String toString() {
        return name();
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
