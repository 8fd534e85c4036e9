package dev.palisade.preview.command;

import dev.palisade.preview.stack.BadInput;
import java.util.List;
import org.apache.commons.cli.Option;

/** Judges graphs that exist already: of a preview, or of a deployed stack. */
final class CheckCommand implements Command {
    private static final Option OUT = Option.builder()
            .longOpt("out")
            .hasArg()
            .argName("DIR")
            .desc("Writes every report there; one directory a graph if there are many.")
            .get();

    private final Context context;

    CheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String description() {
        return "Holds graphs to the security checklist: those that preview --out wrote, or what"
                + " `pulumi stack export` prints.";
    }

    @Override
    public Operands operands() {
        return Operands.many("<graph>", "Graph files; - is standard input.");
    }

    @Override
    public List<Option> options() {
        return List.of(OUT, Baseline.OPTION, Format.OPTION, FrameworkView.OPTION);
    }

    @Override
    public int run(Given given) throws BadUsage, BadInput {
        var graphs = given.operands();
        var checks = new Checks(
                context,
                graphs.size() > 1,
                given.path(OUT),
                Baseline.of(given, context.in()),
                Format.of(given),
                FrameworkView.of(given));
        int worst = ExitCode.COMPLIANT;
        for (int i = 0; i < graphs.size(); i++) {
            worst = Math.max(worst, checks.check(graphs.get(i), i + 1));
        }
        return worst;
    }
}
