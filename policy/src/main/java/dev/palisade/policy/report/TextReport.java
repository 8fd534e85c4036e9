package dev.palisade.policy.report;

import dev.palisade.policy.exemption.Exemption;
import dev.palisade.policy.exemption.ExemptionProblem;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.gate.Assessment;
import dev.palisade.policy.gate.Outcome;
import dev.palisade.policy.gate.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** For a terminal: the checklist, then what needs a reader's attention, then one line that sums it up. */
public final class TextReport {
    private final Paint paint;

    public TextReport(Paint paint) {
        this.paint = paint;
    }

    public String render(Assessment assessment) {
        List<String> lines = new ArrayList<>();
        lines.add(paint.bold("Security checklist"));
        rows(assessment, lines, Row::isItem);
        lines.add("");
        lines.add(paint.bold("AWS safeguards and architecture"));
        rows(assessment, lines, row -> !row.isItem());
        outcomes(lines, "Violations", assessment.violations());
        outcomes(lines, "Unknown", assessment.unknowns());
        exempted(lines, assessment.exempted());
        problems(lines, assessment.problems());
        lines.add("");
        Standing standing = assessment.isCompliant() ? Standing.PASS : Standing.FAIL;
        lines.add(paint.of(standing, Words.verdict(assessment)) + "  " + Words.summary(assessment));
        return String.join("\n", lines) + "\n";
    }

    private void rows(Assessment assessment, List<String> lines, Predicate<Row> wanted) {
        Map<Row, Standing> standings = assessment.rows();
        Arrays.stream(Row.values()).filter(wanted).forEach(row -> {
            Standing standing = standings.getOrDefault(row, Standing.NOT_APPLICABLE);
            String verdict = paint.of(standing, String.format(Locale.ROOT, "%-7s", Words.word(standing)));
            long policies = Words.policies(assessment, row);
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-4s %s %-46s %s",
                    row,
                    verdict,
                    row.title(),
                    paint.dim(policies + (policies == 1 ? " policy" : " policies"))));
        });
    }

    private void outcomes(List<String> lines, String title, List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(paint.bold(title + " (" + outcomes.size() + ")"));
        for (Outcome outcome : outcomes) {
            Standing standing = outcome.isViolation() ? Standing.FAIL : Standing.UNKNOWN;
            var policy = outcome.finding().policy();
            lines.add("  " + paint.of(standing, policy.info().severity().name()) + "  " + paint.bold(policy.id()) + "  "
                    + Words.resource(outcome.finding().urn())
                    + (outcome.blocks() || outcome.isUnknown() ? "" : "  (advisory)"));
            outcome.finding().verdict().reasons().forEach(reason -> lines.add("      " + reason));
            lines.add("      " + paint.dim("remedy: " + policy.info().remedy()));
        }
    }

    private void exempted(List<String> lines, List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(paint.bold("Exempted (" + outcomes.size() + ")"));
        for (Outcome outcome : outcomes) {
            Exemption exemption = outcome.exemption().orElseThrow();
            lines.add("  " + paint.of(Standing.EXEMPT, exemption.id()) + "  "
                    + outcome.finding().policy().id() + "  "
                    + Words.resource(outcome.finding().urn()));
            lines.add("      " + Words.reasons(outcome));
            lines.add(
                    "      " + exemption.reason() + " (" + exemption.owner() + ", until " + exemption.expires() + ")");
        }
    }

    private void problems(List<String> lines, List<ExemptionProblem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(paint.bold("Exemptions that do not hold (" + problems.size() + ")"));
        problems.forEach(
                problem -> lines.add("  " + paint.of(Standing.FAIL, problem.exemption()) + "  " + problem.message()));
    }
}
