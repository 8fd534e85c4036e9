package dev.palisade.preview.command;

import dev.palisade.policy.exemption.Exemption;
import dev.palisade.policy.exemption.Exemptions;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.cli.Option;

/** Lists the documented exemptions with the days that each has left. */
final class ExemptionsCommand implements Command {
    private final Context context;

    ExemptionsCommand(Context context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "exemptions";
    }

    @Override
    public String description() {
        return "Lists the documented exemptions, those that expire first at the top.";
    }

    @Override
    public Operands operands() {
        return Operands.NONE;
    }

    @Override
    public List<Option> options() {
        return List.of();
    }

    @Override
    public int run(Given given) {
        var console = context.console();
        var exemptions = Exemptions.declared();
        exemptions.all().stream()
                .sorted(Comparator.comparing(Exemption::expires).thenComparing(Exemption::id))
                .forEach(this::print);
        exemptions.malformed().forEach(problem -> console.err()
                .println("error: " + problem.exemption() + ": " + problem.message()));
        console.out().println(exemptions.all().size() + " exemptions");
        return exemptions.malformed().isEmpty() ? ExitCode.COMPLIANT : ExitCode.BAD_INPUT;
    }

    private void print(Exemption exemption) {
        var console = context.console();
        long days = exemption.daysLeft(context.clock());
        var left = days < 0 ? "expired on " + exemption.expires() : days + " days left, until " + exemption.expires();
        console.out().println(console.paint().bold(exemption.id()) + "  " + left);
        console.out().println("    " + exemption.policy() + " on " + exemption.resource());
        console.out().println("    " + exemption.reason() + " (" + exemption.owner() + ")");
        if (!exemption.evidence().isEmpty()) {
            console.out().println("    rests on " + String.join(", ", exemption.evidence()));
        }
    }
}
