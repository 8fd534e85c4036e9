package dev.palisade.preview.command;

import dev.palisade.policy.framework.Control;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.Catalogue;
import dev.palisade.preview.stack.BadInput;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells one policy's why and remedy. */
@Command(name = "explain", description = "Tells a policy's why, its remedy and the controls that it stands for.")
final class ExplainCommand implements Callable<Integer> {
    private static final int SUGGESTIONS = 3;

    private final Context context;

    @Parameters(paramLabel = "<id>", description = "A policy's id, as `palisade policies` lists it.")
    private String id = "";

    ExplainCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws BadInput {
        var policy = Catalogue.policies().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInput("There is no policy %s; did you mean %s?".formatted(id, nearest())));
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

    private String nearest() {
        return Catalogue.policies().stream()
                .map(Policy::id)
                .sorted(Comparator.comparingInt((String candidate) -> distance(id, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SUGGESTIONS)
                .collect(Collectors.joining(", "));
    }

    /** How many characters differ (Levenshtein). */
    private static int distance(String given, String candidate) {
        int[] row = IntStream.rangeClosed(0, candidate.length()).toArray();
        for (int i = 1; i <= given.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= candidate.length(); j++) {
                int replaced = diagonal + (given.charAt(i - 1) == candidate.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[candidate.length()];
    }
}
