package dev.palisade.policy.report;

import dev.palisade.policy.framework.Control;
import dev.palisade.policy.framework.Framework;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.gate.Assessment;
import dev.palisade.policy.gate.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** For a terminal, by the requirements of one standard: where each stands, and by which policies. */
public final class FrameworkReport {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final Framework framework;
    private final Paint paint;

    public FrameworkReport(Framework framework, Paint paint) {
        this.framework = framework;
        this.paint = paint;
    }

    public String render(Assessment assessment) {
        Map<Policy, Standing> standings = assessment.policies();
        Map<String, List<Policy>> requirements = new TreeMap<>(FrameworkReport::byNumber);
        standings.keySet().forEach(policy -> policy.controls().stream()
                .filter(control -> control.framework() == framework)
                .map(Control::reference)
                .forEach(reference -> requirements
                        .computeIfAbsent(reference, key -> new ArrayList<>())
                        .add(policy)));
        StringBuilder text = new StringBuilder(paint.bold(framework.title())).append('\n');
        requirements.forEach((reference, policies) -> {
            Standing standing = policies.stream().map(standings::get).reduce(Standing.NOT_APPLICABLE, Standing::worse);
            text.append(String.format(
                    Locale.ROOT,
                    "  %-18s %s %s\n",
                    reference,
                    paint.of(standing, String.format(Locale.ROOT, "%-7s", Words.word(standing))),
                    paint.dim(policies.stream().map(Policy::id).sorted().collect(Collectors.joining(", ")))));
        });
        return text.toString();
    }

    /** 5.10 comes after 5.9. */
    private static int byNumber(String one, String other) {
        return padded(one).compareTo(padded(other));
    }

    private static String padded(String reference) {
        return NUMBER.matcher(reference)
                .replaceAll(number -> String.format(Locale.ROOT, "%06d", Integer.parseInt(number.group())));
    }
}
