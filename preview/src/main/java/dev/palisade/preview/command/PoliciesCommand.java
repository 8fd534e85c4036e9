package dev.palisade.preview.command;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.Catalogue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Lists the catalogue. */
@Command(name = "policies", description = "Lists every policy with its severity and the checklist rows behind it.")
final class PoliciesCommand implements Runnable {
    private final Context context;

    PoliciesCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
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
    }
}
