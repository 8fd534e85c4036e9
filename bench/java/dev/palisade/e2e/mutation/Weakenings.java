package dev.palisade.e2e.mutation;

import dev.palisade.e2e.engine.Repository;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.testkit.mutation.Equivalents;
import dev.palisade.policy.testkit.mutation.Mutant;
import dev.palisade.policy.testkit.mutation.Mutants;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What really weakens a graph: a sample with each area's share of it. Charts are left out: their objects are Helm's. */
public final class Weakenings {
    private static final Map<String, String> AREAS = Map.ofEntries(
            Map.entry("ec2", "Network"),
            Map.entry("vpc", "Network"),
            Map.entry("eks", "Cluster"),
            Map.entry("iam", "Identity"),
            Map.entry("accessanalyzer", "Identity"),
            Map.entry("lb", "Edge"),
            Map.entry("wafv2", "Edge"),
            Map.entry("acm", "Edge"),
            Map.entry("route53", "Edge"),
            Map.entry("kms", "Keys and secrets"),
            Map.entry("secretsmanager", "Keys and secrets"),
            Map.entry("s3", "Storage"),
            Map.entry("ebs", "Storage"),
            Map.entry("ecr", "Storage"),
            Map.entry("backup", "Storage"));

    private static final String KUBERNETES = "kubernetes:";

    /** A number far beyond what it was: AWS itself refuses that port or size. */
    private static final Pattern REFUSED = Pattern.compile("= -?\\d*001");

    private Weakenings() {}

    /** About so many mutants by area, spread over each area's kinds. */
    public static Map<String, List<Mutant>> of(Graph graph, int sample) throws IOException {
        var equivalents = Equivalents.read(
                Files.readAllLines(Repository.root().resolve("e2e/src/test/resources/mutation/equivalents.txt")));
        // One of each kind: thirty alarms without a name are one mistake.
        var areas = new LinkedHashMap<String, Map<String, Mutant>>();
        for (var mutant : Mutants.of(graph)) {
            if (isScanned(mutant.original().type())
                    && !RequiredInputs.lacks(mutant)
                    && !REFUSED.matcher(mutant.change()).matches()
                    && equivalents.reason(mutant).isEmpty()) {
                areas.computeIfAbsent(area(mutant), name -> new LinkedHashMap<>()).putIfAbsent(mutant.kind(), mutant);
            }
        }
        var sampled = new LinkedHashMap<String, List<Mutant>>();
        areas.forEach((name, kinds) -> sampled.put(name, spread(kinds.values(), sample / areas.size())));
        return sampled;
    }

    private static List<Mutant> spread(Collection<Mutant> all, int count) {
        var mutants = List.copyOf(all);
        int taken = Math.min(count, mutants.size());
        return IntStream.range(0, taken)
                .mapToObj(i -> mutants.get((int) ((long) i * mutants.size() / taken)))
                .toList();
    }

    private static boolean isScanned(String type) {
        return type.startsWith("aws:") || (type.startsWith(KUBERNETES) && !type.startsWith(KUBERNETES + "helm."));
    }

    private static String area(Mutant mutant) {
        var type = mutant.original().type();
        return type.startsWith(KUBERNETES)
                ? "Kubernetes"
                : AREAS.getOrDefault(type.split("[:/]", 3)[1], "Observability");
    }
}
