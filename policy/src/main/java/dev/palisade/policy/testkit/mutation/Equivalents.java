package dev.palisade.policy.testkit.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Changes that weaken nothing, as a reviewed list: a reason, and below it the kinds of mutants that it holds for.
 *
 * @param entries in the order of the list
 */
public record Equivalents(List<Equivalent> entries) {
    /**
     * One line of the list.
     *
     * @param kind fits the whole of {@link Mutant#kind()}
     */
    public record Equivalent(Pattern kind, String reason) {}

    public Equivalents {
        entries = List.copyOf(entries);
    }

    /**
     * Reads the list. A line that begins with {@code #} is the reason for those after it, which are regular expressions.
     *
     * @throws IllegalArgumentException if an expression stands before every reason, or cannot be read
     */
    public static Equivalents read(List<String> lines) {
        List<Equivalent> entries = new ArrayList<>();
        String reason = "";
        for (String line : lines) {
            if (line.startsWith("#")) {
                reason = line.substring(1).strip();
            } else if (!line.isBlank()) {
                if (reason.isEmpty()) {
                    throw new IllegalArgumentException("no reason stands above: " + line);
                }
                entries.add(new Equivalent(Pattern.compile(line.strip()), reason));
            }
        }
        return new Equivalents(entries);
    }

    /** Why a mutant weakens nothing; empty where the list does not say so. */
    public Optional<String> reason(Mutant mutant) {
        String kind = mutant.kind();
        return entries.stream()
                .filter(entry -> entry.kind().matcher(kind).matches())
                .map(Equivalent::reason)
                .findFirst();
    }
}
