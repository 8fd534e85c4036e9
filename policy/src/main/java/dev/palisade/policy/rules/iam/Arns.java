package dev.palisade.policy.rules.iam;

import dev.palisade.policy.graph.Glob;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ARNs of a stack's resources, in order: what a statement names is found without a look at each resource. */
final class Arns {
    private final NavigableMap<String, List<Resource>> byArn = new TreeMap<>();

    private Arns(Graph graph) {
        graph.resources()
                .forEach(resource -> resource.outputs().field("arn").text().ifPresent(arn -> byArn.computeIfAbsent(
                                arn, any -> new ArrayList<>(1))
                        .add(resource)));
    }

    static Arns of(Graph graph) {
        return graph.view(Arns.class, Arns::new);
    }

    /** The resources that a name stands for, which may have wildcards. */
    Stream<Resource> named(String name) {
        String start = name.split("[*?]", 2)[0];
        Glob glob = new Glob(name);
        return byArn.tailMap(start).entrySet().stream()
                .takeWhile(one -> one.getKey().startsWith(start))
                .filter(one -> glob.matches(one.getKey()))
                .flatMap(one -> one.getValue().stream());
    }

    /** Whether a name stands for a resource of the stack or for what is in one: a bucket's object, a log group's stream. */
    boolean reach(String name) {
        return named(name).findAny().isPresent()
                || IntStream.range(0, name.length())
                        .filter(at -> name.charAt(at) == '/' || name.charAt(at) == ':')
                        .anyMatch(at -> byArn.containsKey(name.substring(0, at)));
    }
}
