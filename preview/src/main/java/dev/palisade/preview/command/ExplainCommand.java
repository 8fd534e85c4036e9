package dev.palisade.preview.command;

import dev.palisade.policy.framework.Control;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.Spelling;
import dev.palisade.policy.rules.Catalogue;
import dev.palisade.preview.stack.BadInput;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.cli.Option;

/** Tells one policy's why and remedy. */
final class ExplainCommand implements Command {
    private static final int SUGGESTIONS = 3;

    private final Context context;

    ExplainCommand(Context context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String description() {
        return "Tells a policy's why, its remedy and the controls that it stands for.";
    }

    @Override
    public Operands operands() {
        return Operands.one("<id>", "A policy's id, as `palisade policies` lists it.");
    }

    @Override
    public List<Option> options() {
        return List.of();
    }

    @Override
    public int run(Given given) throws BadInput {
        var id = given.operand();
        var policy = Catalogue.policies().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInput("There is no policy %s; did you mean %s?".formatted(id, nearest(id))));
        context.console().out().print(text(policy));
        return ExitCode.COMPLIANT;
    }

    private String text(Policy policy) {
        var info = policy.info();
        var paint = context.console().paint();
        var text = new StringBuilder(paint.bold(policy.id()) + "  " + info.severity() + "\n" + info.title() + ".\n\n");
        text.append(info.why()).append("\n\n");
        text.append(paint.bold("Remedy: ")).append(info.remedy()).append('\n');
        text.append('\n').append(info.snippet().stripTrailing().indent(4));
        text.append('\n')
                .append(paint.bold("Checklist: "))
                .append(Arrays.stream(info.rows())
                        .map(row -> row + " " + row.title())
                        .collect(Collectors.joining(", ")))
                .append('\n');
        if (!policy.controls().isEmpty()) {
            text.append(paint.bold("Controls: "))
                    .append(policy.controls().stream().map(Control::toString).collect(Collectors.joining(", ")))
                    .append('\n');
        }
        return text.toString();
    }

    private static String nearest(String id) {
        return Catalogue.policies().stream()
                .map(Policy::id)
                .sorted(Comparator.comparingInt((String candidate) -> Spelling.distance(id, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SUGGESTIONS)
                .collect(Collectors.joining(", "));
    }
}
