package dev.palisade.preview.command;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.Catalogue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.cli.Option;

/** Lists the catalogue. */
final class PoliciesCommand implements Command {
    private final Context context;

    PoliciesCommand(Context context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "policies";
    }

    @Override
    public String description() {
        return "Lists every policy with its severity and the checklist rows behind it.";
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
        var policies = Catalogue.policies();
        int width =
                policies.stream().mapToInt(policy -> policy.id().length()).max().orElse(0);
        var console = context.console();
        policies.stream().sorted(Comparator.comparing(Policy::id)).forEach(policy -> console.out()
                .println(String.format(
                        Locale.ROOT,
                        "%-" + width + "s  %-8s  %-12s  %s",
                        policy.id(),
                        policy.info().severity(),
                        Arrays.stream(policy.info().rows()).map(Enum::name).collect(Collectors.joining(",")),
                        policy.info().title())));
        console.out().println("\n" + policies.size() + " policies; `palisade explain <id>` tells one's why and remedy");
        return ExitCode.COMPLIANT;
    }
}
