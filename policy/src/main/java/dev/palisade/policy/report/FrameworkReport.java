package dev.palisade.policy.report;

import dev.palisade.policy.framework.Framework;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.gate.Assessment;
import dev.palisade.policy.gate.Standing;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** For a terminal, by the requirements of one standard: where each stands, and by which policies. */
public final class FrameworkReport {
    private final Framework framework;
    private final Paint paint;

    public FrameworkReport(Framework framework, Paint paint) {
        this.framework = framework;
        this.paint = paint;
    }

    public String render(Assessment assessment) {
        Map<Policy, Standing> standings = assessment.policies();
        StringBuilder text = new StringBuilder(paint.bold(framework.title())).append('\n');
        Requirements.of(framework, standings.keySet()).forEach((reference, policies) -> {
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
}
