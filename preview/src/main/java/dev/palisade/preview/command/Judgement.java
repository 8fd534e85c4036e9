package dev.palisade.preview.command;

import dev.palisade.policy.gate.Assessment;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Urn;
import dev.palisade.policy.report.JsonReport;
import dev.palisade.policy.report.Paint;
import dev.palisade.policy.report.TextReport;
import dev.palisade.preview.change.Changes;
import dev.palisade.preview.tree.ResourceTree;
import java.util.List;

/**
 * A graph and what is said of it.
 *
 * @param compared whether the changes are against a baseline
 * @param remediations what was put right before the resources were registered
 */
record Judgement(Graph graph, Changes changes, boolean compared, List<String> remediations, Assessment assessment) {
    Judgement {
        remediations = List.copyOf(remediations);
    }

    void print(Console console, Format format) {
        console.out()
                .print(format == Format.JSON ? JsonReport.line(stack(), assessment) + "\n" : text(console.paint()));
    }

    String text(Paint paint) {
        var text = new StringBuilder();
        if (!graph.resources().isEmpty()) {
            text.append(ResourceTree.draw(graph, changes, paint)).append('\n');
        }
        if (!remediations.isEmpty()) {
            text.append(paint.bold("Put right before registration (" + remediations.size() + ")"))
                    .append('\n');
            remediations.forEach(sentence -> text.append("  ").append(sentence).append('\n'));
            text.append('\n');
        }
        return text.append(new TextReport(paint).render(assessment)).toString();
    }

    /** The stack's name, for reports; empty if the graph has no stack. */
    String stack() {
        return graph.stack()
                .map(Resource::urn)
                .map(urn -> Urn.parse(urn).stack())
                .orElse("");
    }

    int exitCode() {
        return assessment.isCompliant() ? ExitCode.COMPLIANT : ExitCode.VIOLATION;
    }
}
