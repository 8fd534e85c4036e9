package dev.palisade.preview.command;

import dev.palisade.policy.flow.Decision;
import dev.palisade.policy.flow.FlowTable;
import dev.palisade.policy.gate.Standing;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Truth;
import dev.palisade.preview.recorder.ProgramFailed;
import dev.palisade.preview.stack.BadInput;
import dev.palisade.preview.stack.ProjectFiles;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.Option;

/** Shows who can reach what, and why or why not. */
final class FlowsCommand implements Command {
    private final Context context;

    FlowsCommand(Context context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "flows";
    }

    @Override
    public String description() {
        return "Shows who can reach whom: each declared flow with its path hop by hop, or with the hop that stops it.";
    }

    @Override
    public Operands operands() {
        return Operands.one("<stack or graph>", "A stack's name, a graph file, or - for standard input.");
    }

    @Override
    public List<Option> options() {
        return List.of();
    }

    @Override
    public int run(Given given) throws BadInput, ProgramFailed, InterruptedException {
        var table = FlowTable.of(graph(given.operand(), given.debug()));
        table.declared()
                .forEach(result -> print(
                        result.holds(),
                        result.flow().name(),
                        result.flow().kind().word() + ": " + result.summary(),
                        result.path()));
        // The declared flows are an allow list: what goes beyond it is forbidden.
        table.undeclared()
                .forEach(flow -> print(
                        flow.certain().not(),
                        "undeclared",
                        flow.from() + " reaches " + flow.to() + " on " + flow.ports(),
                        flow.path()));
        long broken = table.declared().stream()
                .filter(result -> result.holds() == Truth.FALSE)
                .count();
        long beyond = table.undeclared().stream()
                .filter(flow -> flow.certain() == Truth.TRUE)
                .count();
        context.console()
                .out()
                .println("%n%d declared flows, %d not as declared, %d beyond them"
                        .formatted(table.declared().size(), broken, beyond));
        return broken + beyond == 0 ? ExitCode.COMPLIANT : ExitCode.VIOLATION;
    }

    private Graph graph(String subject, boolean debug) throws BadInput, ProgramFailed, InterruptedException {
        var stacks = new ProjectFiles(context.installation().root()).stacks();
        if (stacks.contains(subject)) {
            return new StackRecorder(context, new Progress(context.console(), debug))
                    .record(subject)
                    .graph();
        }
        return GraphFile.read(subject, context.in());
    }

    private void print(Truth holds, String name, String summary, List<Decision> path) {
        var console = context.console();
        var standing = standing(holds);
        console.out()
                .println(console.paint().of(standing, String.format(Locale.ROOT, "%-7s", standing)) + "  "
                        + console.paint().bold(name) + "  " + summary);
        path.forEach(hop -> console.out().println("           " + hop));
    }

    private static Standing standing(Truth holds) {
        return switch (holds) {
            case TRUE -> Standing.PASS;
            case FALSE -> Standing.FAIL;
            case UNKNOWN -> Standing.UNKNOWN;
        };
    }
}
