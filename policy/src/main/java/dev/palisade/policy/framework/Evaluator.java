package dev.palisade.policy.framework;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts every policy to every resource that it judges. The order of findings is that of severity, id and URN. */
public final class Evaluator {
    private final List<Policy> policies;
    private final Comparator<Finding> order;
    /** The engine asks of each resource by itself, and most policies have nothing to say of it. */
    private final Map<String, List<ResourcePolicy>> byType;

    public Evaluator(List<? extends Policy> policies) {
        this.policies = List.copyOf(policies);
        this.order = order(this.policies);
        this.byType = new HashMap<>();
        ofKind(ResourcePolicy.class)
                .forEach(policy -> policy.types().forEach(type -> byType.computeIfAbsent(type, any -> new ArrayList<>())
                        .add(policy)));
    }

    /** By severity and id, which an annotation and a class's name would tell anew each time, and by URN. */
    private static Comparator<Finding> order(List<Policy> policies) {
        Map<String, Policy> byId = new TreeMap<>();
        policies.forEach(policy -> byId.put(policy.id(), policy));
        Map<Policy, Integer> ranks = new HashMap<>();
        for (Severity severity : Severity.values()) {
            byId.values().stream()
                    .filter(policy -> policy.info().severity() == severity)
                    .forEach(policy -> ranks.put(policy, ranks.size()));
        }
        return (one, other) -> {
            int byPolicy = Integer.compare(ranks.getOrDefault(one.policy(), 0), ranks.getOrDefault(other.policy(), 0));
            return byPolicy == 0 ? one.urn().compareTo(other.urn()) : byPolicy;
        };
    }

    /**
     * All verdicts on a graph: the worse one where the providers answer other than the program asked. A policy that
     * judges nothing in it gives one NOT_APPLICABLE on the stack.
     */
    public List<Finding> judge(Graph graph) {
        Optional<CompletableFuture<List<Finding>>> answered = graph.asAnswered()
                .map(other -> CompletableFuture.supplyAsync(() ->
                        judgeOneView(other.graph(), resource -> other.changed().contains(resource.urn()))));
        List<Finding> asked = judgeOneView(graph, resource -> true);
        List<Finding> findings =
                new ArrayList<>(answered.map(view -> worse(asked, view.join())).orElse(asked));
        findings.addAll(notApplicable(findings, graph));
        findings.sort(order);
        return withoutSecrets(findings, graph.resources());
    }

    /** Most graphs are fine, and nobody looks for secrets in what says nothing. */
    private static List<Finding> withoutSecrets(List<Finding> findings, Collection<Resource> resources) {
        if (findings.stream().allMatch(finding -> finding.verdict().reasons().isEmpty())) {
            return List.copyOf(findings);
        }
        SecretTexts secrets = new SecretTexts(resources);
        return findings.stream()
                .map(finding -> new Finding(finding.policy(), finding.urn(), secrets.hide(finding.verdict())))
                .toList();
    }

    private static Collection<Finding> worse(List<Finding> asked, List<Finding> answered) {
        Map<Policy, Map<String, Finding>> worst = new HashMap<>();
        Stream.concat(asked.stream(), answered.stream())
                .forEach(finding -> worst.computeIfAbsent(finding.policy(), policy -> new HashMap<>())
                        .merge(
                                finding.urn(),
                                finding,
                                (one, other) -> new Finding(
                                        one.policy(), one.urn(), one.verdict().and(other.verdict()))));
        return worst.values().stream()
                .flatMap(findings -> findings.values().stream())
                .toList();
    }

    private List<Finding> notApplicable(List<Finding> findings, Graph graph) {
        Set<Policy> applied = findings.stream().map(Finding::policy).collect(Collectors.toSet());
        String stack = urnOfStack(graph);
        return policies.stream()
                .filter(policy -> !applied.contains(policy))
                .map(policy -> new Finding(policy, stack, Verdict.NOT_APPLICABLE))
                .toList();
    }

    /**
     * The policies on whole stacks, each of which has much to read, are judged beside all others.
     *
     * @param isNew of which resources those policies are asked that look at one resource alone
     */
    private List<Finding> judgeOneView(Graph graph, Predicate<Resource> isNew) {
        CompletableFuture<List<Finding>> whole = CompletableFuture.supplyAsync(() -> ofKind(StackPolicy.class)
                .map(policy -> new Finding(policy, urnOfStack(graph), guarded(() -> policy.check(graph))))
                .toList());
        List<Finding> findings = new ArrayList<>();
        ofKind(RelationPolicy.class)
                .flatMap(policy -> each(
                        policy, graph, policy.types(), resource -> true, resource -> policy.check(resource, graph)))
                .forEach(findings::add);
        ofKind(ResourcePolicy.class)
                .flatMap(policy -> each(policy, graph, policy.types(), isNew, policy::check))
                .forEach(findings::add);
        findings.addAll(whole.join());
        return findings;
    }

    private <P extends Policy> Stream<P> ofKind(Class<P> kind) {
        return policies.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static String urnOfStack(Graph graph) {
        return graph.stack().map(Resource::urn).orElse("");
    }

    /** The verdicts on one resource alone, as far as it can be judged without the others. */
    public List<Finding> judge(Resource resource) {
        List<Finding> findings = byType.getOrDefault(resource.type(), List.of()).stream()
                .map(policy -> new Finding(policy, resource.urn(), guarded(() -> policy.check(resource))))
                .sorted(order)
                .toList();
        return withoutSecrets(findings, List.of(resource));
    }

    private static Stream<Finding> each(
            Policy policy,
            Graph graph,
            Set<String> types,
            Predicate<Resource> asked,
            Function<Resource, Verdict> check) {
        return types.stream()
                .flatMap(type -> graph.ofType(type).stream())
                .filter(asked)
                .map(resource -> new Finding(policy, resource.urn(), guarded(() -> check.apply(resource))));
    }

    /** A graph can be so broken that a rule trips over it: that is no PASS, and no stack trace for the user. */
    private static Verdict guarded(Supplier<Verdict> check) {
        try {
            return check.get();
        } catch (StackOverflowError deep) {
            return Verdict.unknown("cannot be judged: its properties are nested too deeply");
        } catch (RuntimeException broken) {
            return Verdict.unknown(
                    "cannot be judged: " + broken.getClass().getSimpleName() + " while reading its properties");
        }
    }
}
