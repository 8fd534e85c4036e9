package dev.palisade.preview.command;

import dev.palisade.preview.change.Changes;
import dev.palisade.preview.recorder.ProgramFailed;
import dev.palisade.preview.stack.BadInput;
import java.util.List;
import org.apache.commons.cli.Option;

/** Runs the program against an engine that creates nothing, and judges what it would create. */
final class PreviewCommand implements Command {
    private static final Option OUT = Option.builder()
            .longOpt("out")
            .hasArg()
            .argName("DIR")
            .desc("Writes the graph and every report there.")
            .get();

    private final Context context;

    PreviewCommand(Context context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "preview";
    }

    @Override
    public String description() {
        return "Shows what a stack would create, and holds it to the security checklist.";
    }

    @Override
    public Operands operands() {
        return Operands.one("<stack>", "The stack: dev for Pulumi.dev.yaml.");
    }

    @Override
    public List<Option> options() {
        return List.of(OUT, Baseline.OPTION, Format.OPTION, FrameworkView.OPTION);
    }

    @Override
    public int run(Given given) throws BadUsage, BadInput, ProgramFailed, InterruptedException {
        var out = given.path(OUT);
        var format = Format.of(given);
        var framework = FrameworkView.of(given);
        var before = Baseline.of(given, context.in());
        var progress = new Progress(context.console(), given.debug());
        var recording = new StackRecorder(context, progress).record(given.operand());
        var graph = recording.graph();
        progress.step("Judging %d resources".formatted(graph.resources().size()));
        long begun = System.nanoTime();
        var assessment = context.judge().join().assess(graph);
        progress.done();
        progress.detail("judged in %d ms".formatted((System.nanoTime() - begun) / 1_000_000));

        var changes = before.map(old -> Changes.between(old, graph)).orElseGet(() -> Changes.from(graph));
        var judgement = new Judgement(graph, changes, before.isPresent(), recording.remediations(), assessment);
        judgement.print(context.console(), format);
        framework.print(context.console(), judgement, format);
        if (out.isPresent()) {
            Reports.write(out.get(), judgement, context.clock());
        }
        return judgement.exitCode();
    }
}
