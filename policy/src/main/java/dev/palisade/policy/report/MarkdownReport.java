package dev.palisade.policy.report;

import dev.palisade.policy.framework.Row;
import dev.palisade.policy.gate.Assessment;
import dev.palisade.policy.gate.Outcome;
import dev.palisade.policy.gate.Standing;
import java.util.List;
import java.util.stream.Collectors;

/** For the comment on a pull request. */
public final class MarkdownReport {
    /** As many as a comment has room for. */
    private static final int CHANGES = 100;

    private MarkdownReport() {}

    /** The verdicts, then what changed if anything was compared, and the architecture. */
    public static String render(String stack, Assessment assessment, HtmlReport.Changes changes) {
        StringBuilder text = new StringBuilder()
                .append("## Palisade: `")
                .append(stack)
                .append("` is ")
                .append(assessment.isCompliant() ? "compliant" : "**not compliant**")
                .append("\n\n")
                .append(Words.summary(assessment))
                .append("\n\n| | Checklist | Verdict | Policies |\n|---|---|---|---|\n");
        assessment.rows().forEach((row, standing) -> text.append(line(assessment, row, standing)));
        table(text, "Violations", assessment.violations());
        table(text, "Unknown", assessment.unknowns());
        table(text, "Exempted", assessment.exempted());
        if (!assessment.problems().isEmpty()) {
            text.append("\n### Exemptions that do not hold\n\n");
            assessment.problems().forEach(problem -> text.append("- `")
                    .append(problem.exemption())
                    .append("`: ")
                    .append(escape(problem.message()))
                    .append('\n'));
        }
        if (changes.compared()) {
            changes(text, changes.lines());
        }
        String chart = FlowChart.render(assessment.graph());
        if (!chart.isEmpty()) {
            fold(text, "Architecture", "mermaid", chart);
        }
        return text.toString();
    }

    private static void changes(StringBuilder text, List<String> lines) {
        if (lines.isEmpty()) {
            text.append("\nNothing changes.\n");
            return;
        }
        String more = lines.size() > CHANGES ? "and " + (lines.size() - CHANGES) + " more\n" : "";
        String shown = lines.stream().limit(CHANGES).map(line -> line + "\n").collect(Collectors.joining());
        fold(text, "What changes: " + lines.size() + " resources", "diff", shown.replace('`', '\'') + more);
    }

    private static void fold(StringBuilder text, String title, String language, String body) {
        text.append(String.join(
                "\n",
                "",
                "<details><summary>",
                title,
                "</summary>",
                "",
                "```" + language,
                body + "```",
                "",
                "</details>",
                ""));
    }

    private static String line(Assessment assessment, Row row, Standing standing) {
        return "| " + row + " | " + row.title() + " | " + mark(standing) + " " + Words.word(standing) + " | "
                + Words.policies(assessment, row) + " |\n";
    }

    private static String mark(Standing standing) {
        return switch (standing) {
            case PASS -> "✅";
            case FAIL -> "❌";
            case UNKNOWN -> "❔";
            case EXEMPT -> "📝";
            case NOT_APPLICABLE -> "➖";
        };
    }

    private static void table(StringBuilder text, String title, List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        text.append("\n### ")
                .append(title)
                .append("\n\n| Severity | Policy | Resource | What | Remedy |\n|---|---|---|---|---|\n");
        for (Outcome outcome : outcomes) {
            var policy = outcome.finding().policy();
            text.append("| ")
                    .append(policy.info().severity())
                    .append(" | `")
                    .append(policy.id())
                    .append("` | `")
                    .append(Words.resource(outcome.finding().urn()))
                    .append("` | ")
                    .append(escape(Words.reasons(outcome)))
                    .append(" | ")
                    .append(escape(outcome.exemption()
                            .map(exemption -> exemption.id() + ": " + exemption.reason() + " (" + exemption.owner()
                                    + ", until " + exemption.expires() + ")")
                            .orElse(policy.info().remedy())))
                    .append(" |\n");
        }
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("\n", " ");
    }
}
