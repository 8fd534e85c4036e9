package dev.palisade.e2e;

import dev.palisade.e2e.engine.Prebuilt;
import dev.palisade.e2e.engine.Pulumi;
import dev.palisade.e2e.engine.Repository;
import dev.palisade.e2e.engine.Scripts;
import dev.palisade.e2e.standin.StandIns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints, in turns, how many milliseconds a preview takes without a policy pack and with each of several. */
final class Packs {
    private Packs() {}

    /**
     * Takes turns.
     *
     * @param arguments the stack, the runs, a scratch directory, and packs of TypeScript as {@code name=directory}
     */
    public static void main(String[] arguments) throws Exception {
        var scratch = Path.of(arguments[2]);
        var packs = new LinkedHashMap<String, Path>();
        packs.put("Java", Repository.root().resolve("policy"));
        for (var each : List.of(arguments).subList(3, arguments.length)) {
            var parts = each.split("=", 2);
            packs.put(parts[0], Path.of(parts[1]));
        }
        var plugins = scratch.resolve(Pulumi.PLUGINS);
        Prebuilt.java(plugins);
        // What the CLI's own of this name does, without asking node first where the module is.
        Scripts.write(
                plugins.resolve("pulumi-analyzer-policy-nodejs"),
                "exec node node_modules/@pulumi/pulumi/cmd/run-policy-pack \"$@\"");
        try (var standIns = new StandIns()) {
            var pulumi = Pulumi.create(
                    Prebuilt.project(scratch.resolve("project")), scratch, arguments[0], standIns.environment());
            time(pulumi, Map.of());
            for (int run = 0; run <= Integer.parseInt(arguments[1]); run++) {
                // The first of each is warm-up.
                print(run, "no pack", time(pulumi, Map.of()));
                for (var pack : packs.entrySet()) {
                    print(run, pack.getKey(), time(pulumi, Map.ofEntries(pack)));
                }
            }
        }
        System.exit(0);
    }

    private static void print(int run, String name, long milliseconds) {
        if (run > 0) {
            System.out.println(name + "\t" + milliseconds);
        }
    }

    private static long time(Pulumi pulumi, Map<String, Path> pack) {
        var options = new ArrayList<String>();
        pack.values().forEach(directory -> options.addAll(List.of("--policy-pack", directory.toString())));
        var run = pulumi.run("preview", options.toArray(String[]::new));
        // Each pack has something to say about this stack that does not stop it.
        if (run.exitCode() != 0 || run.events().violations().isEmpty() != pack.isEmpty()) {
            throw new IllegalStateException(pack.keySet() + ": " + run.outcome().everything());
        }
        return run.outcome().took().toMillis();
    }
}
