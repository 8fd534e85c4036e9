package dev.palisade.policy.framework;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Puts every policy to every resource that it judges. The order of findings is that of severity, id and URN. */
public final class Evaluator {
    private static final Comparator<Finding> ORDER = Comparator.comparing(
                    (Finding finding) -> finding.policy().info().severity())
            .thenComparing(finding -> finding.policy().id())
            .thenComparing(Finding::urn);

    private final List<Policy> policies;

    public Evaluator(List<? extends Policy> policies) {
        this.policies = List.copyOf(policies);
    }

    /**
     * All verdicts on a graph: the worse one where the providers answer other than the program asked. A policy that
     * judges nothing in it gives one NOT_APPLICABLE on the stack.
     */
    public List<Finding> judge(Graph graph) {
        List<Finding> asked = judgeOneView(graph);
        return graph.asAnswered()
                .map(answered -> worse(asked, judgeOneView(answered)))
                .orElse(asked);
    }

    private static List<Finding> worse(List<Finding> asked, List<Finding> answered) {
        Map<String, Finding> worst = new LinkedHashMap<>();
        Stream.concat(asked.stream(), answered.stream())
                .forEach(finding -> worst.merge(
                        finding.policy().id() + " " + finding.urn(),
                        finding,
                        (one, other) -> new Finding(
                                one.policy(), one.urn(), one.verdict().and(other.verdict()))));
        return worst.values().stream().sorted(ORDER).toList();
    }

    private List<Finding> judgeOneView(Graph graph) {
        String stack = graph.stack().map(Resource::urn).orElse("");
        List<Finding> findings = new ArrayList<>();
        for (Policy policy : policies) {
            List<Finding> own = judge(policy, graph, stack);
            findings.addAll(own.isEmpty() ? List.of(new Finding(policy, stack, Verdict.NOT_APPLICABLE)) : own);
        }
        findings.sort(ORDER);
        return List.copyOf(findings);
    }

    /** The verdicts on one resource alone, as far as it can be judged without the others. */
    public List<Finding> judge(Resource resource) {
        List<Finding> findings = new ArrayList<>();
        for (Policy policy : policies) {
            if (policy instanceof ResourcePolicy one && one.types().contains(resource.type())) {
                findings.add(new Finding(policy, resource.urn(), guarded(() -> one.check(resource))));
            }
        }
        findings.sort(ORDER);
        return List.copyOf(findings);
    }

    private static List<Finding> judge(Policy policy, Graph graph, String stack) {
        if (policy instanceof StackPolicy whole) {
            return List.of(new Finding(policy, stack, guarded(() -> whole.check(graph))));
        }
        if (policy instanceof RelationPolicy relation) {
            return each(policy, graph, relation.types(), resource -> relation.check(resource, graph));
        }
        ResourcePolicy one = (ResourcePolicy) policy;
        return each(policy, graph, one.types(), one::check);
    }

    private static List<Finding> each(
            Policy policy, Graph graph, Set<String> types, Function<Resource, Verdict> check) {
        List<Finding> findings = new ArrayList<>();
        for (String type : types) {
            for (Resource resource : graph.ofType(type)) {
                findings.add(new Finding(policy, resource.urn(), guarded(() -> check.apply(resource))));
            }
        }
        return findings;
    }

    /** A graph can be so broken that a rule trips over it: that is no PASS, and no stack trace for the user. */
    private static Verdict guarded(Supplier<Verdict> check) {
        try {
            return check.get();
        } catch (RuntimeException | StackOverflowError broken) {
            return Verdict.unknown(
                    "cannot be judged: " + broken.getClass().getSimpleName() + " while reading its properties");
        }
    }
}
