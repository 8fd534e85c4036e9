package dev.palisade.preview.recorder;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.StructPatch;
import dev.palisade.policy.rules.Remediations;
import dev.palisade.preview.stack.StackConfiguration;
import dev.palisade.preview.synthesis.Synthesis;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Registers the resources of a graph with the recorder, as a program would. */
public final class Replay {
    private Replay() {}

    /** What a program asks for: all but the stack itself, each under a name of its own. */
    public static List<Runnable> of(Graph graph) {
        StackConfiguration configuration = new StackConfiguration(
                Path.of("."), "replay", "replay", Map.of("aws:region", "eu-central-1"), Set.of());
        Ledger ledger = new Ledger(count -> {});
        Registry registry = new Registry(
                configuration,
                ledger,
                new Synthesis(),
                new AwsScopes(configuration, ledger),
                new Fixes(Remediations.all()));
        int[] number = {0};
        return graph.resources().stream()
                .filter(resource -> !resource.type().startsWith("pulumi:"))
                .map(resource -> request(resource, number[0]++))
                .<Runnable>map(request -> () -> registry.register(request))
                .toList();
    }

    private static Registry.Request request(Resource resource, int number) {
        return new Registry.Request(
                resource.type(),
                resource.name() + "-" + number,
                resource.custom(),
                "",
                StructPatch.of(resource.inputs()),
                resource.dependencies(),
                resource.propertyDependencies(),
                "",
                "",
                resource.options());
    }
}
