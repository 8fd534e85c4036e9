package dev.palisade.preview.command;

import dev.palisade.policy.graph.DeploymentWriter;
import dev.palisade.policy.report.HtmlReport;
import dev.palisade.policy.report.JUnitReport;
import dev.palisade.policy.report.JsonReport;
import dev.palisade.policy.report.MarkdownReport;
import dev.palisade.policy.report.OscalReport;
import dev.palisade.policy.report.Paint;
import dev.palisade.policy.report.SarifReport;
import dev.palisade.preview.stack.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files that {@code --out} writes. */
final class Reports {
    private Reports() {}

    static void write(Path directory, Judgement judgement, Clock clock) throws BadInput {
        var assessment = judgement.assessment();
        var stack = judgement.stack();
        Map<String, String> files = new LinkedHashMap<>();
        files.put("graph.json", DeploymentWriter.write(judgement.graph(), clock.instant()));
        files.put("report.txt", judgement.text(Paint.PLAIN));
        files.put("report.md", MarkdownReport.render(stack, assessment, changes(judgement)));
        files.put("report.json", JsonReport.render(stack, assessment));
        files.put("report.sarif", SarifReport.render(stack, assessment));
        files.put("junit.xml", JUnitReport.render(stack, assessment));
        files.put("oscal.json", new OscalReport(clock).render(stack, assessment));
        files.put("report.html", new HtmlReport(clock).render(stack, assessment, changes(judgement)));
        write(directory, files);
    }

    private static HtmlReport.Changes changes(Judgement judgement) {
        return judgement.compared()
                ? new HtmlReport.Changes(true, judgement.changes().lines())
                : HtmlReport.Changes.NONE;
    }

    private static void write(Path directory, Map<String, String> files) throws BadInput {
        try {
            Files.createDirectories(directory);
            for (var file : files.entrySet()) {
                Files.writeString(directory.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new BadInput("--out %s: can't be written: give a directory of your own".formatted(directory), e);
        }
    }
}
