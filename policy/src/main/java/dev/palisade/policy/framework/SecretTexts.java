package dev.palisade.policy.framework;

import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What resources hold that is marked as secret. A policy names what it judges, be it a namespace that comes from a
 * secret, and what it says is printed.
 */
final class SecretTexts {
    /** A word of every day that happens to be a secret too would make each message unreadable. */
    private static final int SHORTEST = 6;

    /** The longest first: one may contain another. */
    private final Set<String> texts =
            new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    SecretTexts(Collection<Resource> resources) {
        // A stack of its own: a value may be deeper than the thread's is.
        Deque<Value> left = new ArrayDeque<>();
        for (Resource resource : resources) {
            left.push(resource.inputs());
            left.push(resource.outputs());
        }
        while (!left.isEmpty()) {
            Value value = left.pop();
            boolean marked = value.isSecret();
            Value open = value.open();
            inside(open).forEach(one -> left.push(marked ? new Value.Secret(one) : one));
            if (marked) {
                open.text().filter(text -> text.length() >= SHORTEST).ifPresent(texts::add);
            }
        }
    }

    private static Collection<Value> inside(Value value) {
        return value instanceof Value.Items items
                ? items.values()
                : value.fields().values();
    }

    /** The verdict, with nothing secret in its words. */
    Verdict hide(Verdict verdict) {
        List<String> reasons = verdict.reasons().stream().map(this::hide).toList();
        return reasons.equals(verdict.reasons()) ? verdict : new Verdict(verdict.kind(), reasons);
    }

    private String hide(String reason) {
        String hidden = reason;
        for (String text : texts) {
            hidden = hidden.replace(text, "[secret]");
        }
        return hidden;
    }
}
