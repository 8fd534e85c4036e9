package dev.palisade.policy.testkit.mutation;

import dev.palisade.policy.framework.Evaluator;
import dev.palisade.policy.framework.Finding;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which mutants of a graph the policies notice.
 *
 * @param killed the mutants with a violation that the graph does not have, by the policy that says so
 * @param survived the mutants without one
 */
public record MutationScore(Map<String, List<Mutant>> killed, List<Mutant> survived) {
    public MutationScore {
        killed = Collections.unmodifiableMap(new TreeMap<>(killed));
        survived = List.copyOf(survived);
    }

    /** Puts every mutant of a graph to the policies. */
    public static MutationScore of(Graph graph, List<Policy> policies) {
        return of(graph, policies, Mutants.of(graph));
    }

    /** Puts these mutants of a graph to the policies, the cheap ones first. */
    public static MutationScore of(Graph graph, List<Policy> policies, List<Mutant> mutants) {
        // What judges one resource by itself is asked first: most mutants fall there.
        List<Evaluator> stages = new ArrayList<>();
        stages.add(only(policies, ResourcePolicy.class::isInstance));
        stages.add(only(policies, RelationPolicy.class::isInstance));
        stages.add(only(policies, policy -> !(policy instanceof ResourcePolicy || policy instanceof RelationPolicy)));
        Set<String> known = new HashSet<>();
        stages.forEach(stage -> violations(stage.judge(graph)).forEach(finding -> known.add(key(finding))));
        Map<String, List<Mutant>> killed = new TreeMap<>();
        List<Mutant> survived = new ArrayList<>();
        for (Mutant mutant : mutants) {
            String killer = killer(mutant, graph, stages, known);
            if (killer.isEmpty()) {
                survived.add(mutant);
            } else {
                killed.computeIfAbsent(killer, policy -> new ArrayList<>()).add(mutant);
            }
        }
        return new MutationScore(killed, survived);
    }

    public int killedCount() {
        return killed.values().stream().mapToInt(List::size).sum();
    }

    private static Evaluator only(List<Policy> policies, Predicate<Policy> wanted) {
        return new Evaluator(policies.stream().filter(wanted).toList());
    }

    private static String killer(Mutant mutant, Graph graph, List<Evaluator> stages, Set<String> known) {
        if (mutant.changed().isPresent()) {
            String alone = fresh(stages.get(0).judge(mutant.changed().get()), known);
            if (!alone.isEmpty()) {
                return alone;
            }
        }
        Graph mutated = mutant.in(graph);
        for (Evaluator stage : stages.subList(1, stages.size())) {
            String killer = fresh(stage.judge(mutated), known);
            if (!killer.isEmpty()) {
                return killer;
            }
        }
        return "";
    }

    private static String fresh(List<Finding> findings, Set<String> known) {
        return violations(findings).stream()
                .filter(finding -> !known.contains(key(finding)))
                .map(finding -> finding.policy().id())
                .findFirst()
                .orElse("");
    }

    private static List<Finding> violations(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.verdict().kind() == Verdict.Kind.FAIL)
                .toList();
    }

    private static String key(Finding finding) {
        return finding.policy().id() + " " + finding.urn() + " "
                + finding.verdict().reasons();
    }
}
