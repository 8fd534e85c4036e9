package dev.palisade.policy.rules.eks;

import dev.palisade.policy.graph.Truth;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Until when EKS supports the minor versions of Kubernetes in the standard way.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html">EKS: release calendar</a>
 */
final class SupportCalendar {
    private static final Pattern MINOR = Pattern.compile("1[.](\\d{1,3})");
    private static final int OLDEST = 34;
    private static final List<LocalDate> ENDS =
            List.of(LocalDate.of(2026, 12, 2), LocalDate.of(2027, 3, 27), LocalDate.of(2027, 8, 2));

    private SupportCalendar() {}

    /** Whether a version such as {@code 1.36} is supported on a day; unknown for one that came after this calendar. */
    static Truth supports(String version, LocalDate day) {
        Matcher matcher = MINOR.matcher(version);
        if (!matcher.matches()) {
            return Truth.FALSE;
        }
        int at = Integer.parseInt(matcher.group(1)) - OLDEST;
        if (at >= ENDS.size()) {
            return Truth.UNKNOWN;
        }
        return Truth.of(at >= 0 && day.isBefore(ENDS.get(at)));
    }
}
