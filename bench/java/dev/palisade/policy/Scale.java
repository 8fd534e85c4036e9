package dev.palisade.policy;

import dev.palisade.policy.flow.FlowTable;
import dev.palisade.policy.framework.Evaluator;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.rules.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How the cost of judging grows with the stack. */
public final class Scale {
    private static final int RUNS = 3;
    private static final int WARM_UP = 40;

    private Scale() {}

    public static void main(String[] arguments) throws Exception {
        Copies copies = new Copies(Files.readString(Path.of(arguments[0])));
        Evaluator evaluator = new Evaluator(Catalogue.policies());
        for (int i = 0; i < WARM_UP; i++) {
            evaluator.judge(copies.of(300));
        }
        for (int a = 1; a < arguments.length; a++) {
            int size = Integer.parseInt(arguments[a]);
            List<Long> flows = new ArrayList<>();
            List<Long> all = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                Graph graph = copies.of(size);
                long begun = System.nanoTime();
                FlowTable.of(graph);
                long between = System.nanoTime();
                evaluator.judge(graph);
                long ended = System.nanoTime();
                flows.add((between - begun) / 1_000_000);
                all.add((ended - begun) / 1_000_000);
            }
            System.out.printf(Locale.ROOT, "%d %d %d%n", size, median(flows), median(all));
        }
    }

    private static long median(List<Long> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
