package dev.palisade.policy.framework;

import java.util.stream.IntStream;

/** How near one word is to another. */
public final class Spelling {
    private Spelling() {}

    /** How many characters differ (Levenshtein). */
    public static int distance(String given, String candidate) {
        int[] row = IntStream.rangeClosed(0, candidate.length()).toArray();
        for (int i = 1; i <= given.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= candidate.length(); j++) {
                int replaced = diagonal + (given.charAt(i - 1) == candidate.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[candidate.length()];
    }
}
