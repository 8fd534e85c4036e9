package dev.palisade.preview.command;

import dev.palisade.policy.Copies;
import dev.palisade.policy.flow.FlowTable;
import dev.palisade.policy.gate.Assessment;
import dev.palisade.policy.graph.Graph;
import dev.palisade.preview.change.Changes;
import dev.palisade.preview.recorder.Replay;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** How the cost of each part of a preview grows with the stack: recording, flows, all policies, reports, memory. */
public final class Scale {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int RUNS = 3;
    /** Rounds until what is judged over and over is compiled. */
    private static final int WARM_UP = 60;
    private static final int OF_WARM_UP = 3_000;

    private Scale() {}

    public static void main(String[] arguments) throws Exception {
        Copies copies = new Copies(Files.readString(Path.of(arguments[0])));
        Path out = Path.of(arguments[1]);
        for (int i = 0; i < WARM_UP; i++) {
            measure(copies.of(OF_WARM_UP), out);
        }
        for (String size : List.of(arguments).subList(2, arguments.length)) {
            List<List<Long>> runs = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                runs.add(measure(copies.of(Integer.parseInt(size)), out));
            }
            System.out.println(size + " " + medians(runs));
        }
    }

    /** Milliseconds of a core to record, to solve the flows, to judge by all policies, to write the reports; MiB that live then. */
    private static List<Long> measure(Graph graph, Path out) throws Exception {
        List<Runnable> registrations = Replay.of(graph);
        long begun = processor();
        registrations.forEach(Runnable::run);
        long recorded = processor();
        FlowTable.of(graph);
        long solved = processor();
        Assessment assessment = new Judge(Clock.systemUTC()).assess(graph);
        long judged = processor();
        Reports.write(
                out, new Judgement(graph, Changes.none(graph), false, List.of(), assessment), Clock.systemUTC());
        long ended = processor();
        return List.of(
                milliseconds(begun, recorded),
                milliseconds(recorded, solved),
                milliseconds(recorded, judged),
                milliseconds(judged, ended),
                living());
    }

    /**
     * Nanoseconds that all threads of the program and the collector have had a core. Neither other work on the machine
     * counts, nor the compiler, which finds something to improve for minutes.
     */
    private static long processor() {
        long threads = Arrays.stream(THREADS.getAllThreadIds())
                .map(THREADS::getThreadCpuTime)
                .sum();
        long collections = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
        return threads + TimeUnit.MILLISECONDS.toNanos(collections);
    }

    private static long milliseconds(long from, long to) {
        return (to - from) / 1_000_000;
    }

    private static long living() {
        Runtime.getRuntime().gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    private static String medians(List<List<Long>> runs) {
        List<Long> medians = new ArrayList<>();
        for (int column = 0; column < runs.get(0).size(); column++) {
            List<Long> values = new ArrayList<>();
            for (List<Long> run : runs) {
                values.add(run.get(column));
            }
            Collections.sort(values);
            medians.add(values.get(values.size() / 2));
        }
        return medians.stream()
                .map(value -> String.format(Locale.ROOT, "%d", value))
                .collect(Collectors.joining(" "));
    }
}
