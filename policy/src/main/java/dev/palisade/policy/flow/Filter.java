package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Truth;
import java.util.ArrayList;
import java.util.List;

/**
 * What one resource on a packet's way does to it: the first rule that is about the packet decides, and no rule means
 * drop. Filters that only allow (security groups, network policies) have no order.
 *
 * @param resource the resource in words: {@code network ACL private}
 * @param otherwise what is said where no rule is about a packet
 * @param ordered whether a rule denies, so that what stands before it counts
 */
record Filter(String resource, List<Rule> rules, String otherwise, boolean ordered) {
    Filter(String resource, List<Rule> rules, String otherwise) {
        this(resource, List.copyOf(rules), otherwise, rules.stream().anyMatch(rule -> !rule.allows()));
    }

    /** Lets everything through. */
    static Filter open(String resource, String why) {
        return new Filter(resource, List.of(Rule.allow(Traffic.ALL, why)), "");
    }

    /** Lets nothing through. */
    static Filter closed(String resource, String why) {
        return new Filter(resource, List.of(), why);
    }

    /** Nobody knows what it lets through. */
    static Filter unknown(String resource, String why) {
        return new Filter(resource, List.of(Rule.maybe(Traffic.ALL, why)), why);
    }

    /**
     * The packets that get through.
     *
     * @param doubt what becomes of packets of which it is not known
     */
    Traffic passing(Traffic packets, boolean doubt) {
        List<Traffic> passed = new ArrayList<>();
        Traffic rest = packets;
        for (Rule rule : rules) {
            boolean counts = rule.exact() || doubt == rule.allows();
            if (!counts) {
                continue;
            }
            if (rule.allows()) {
                Traffic hit = rest.intersect(rule.match());
                if (hit.isEmpty()) {
                    continue;
                }
                passed.add(hit);
            }
            if (ordered) {
                rest = rest.minus(rule.match());
            }
        }
        return passed.size() == 1 ? passed.get(0) : Traffic.union(passed);
    }

    /** The packets that get through all of the filters. */
    static Traffic passing(List<Filter> filters, Traffic packets, boolean doubt) {
        Traffic passing = packets;
        for (Filter filter : filters) {
            if (passing.isEmpty()) {
                return passing;
            }
            passing = filter.passing(passing, doubt);
        }
        return passing;
    }

    /** What becomes of one packet, and by which rule. */
    Decision decide(Traffic packet) {
        Truth passes = Truth.UNKNOWN;
        if (passing(packet, false).contains(packet)) {
            passes = Truth.TRUE;
        } else if (!passing(packet, true).contains(packet)) {
            passes = Truth.FALSE;
        }
        return new Decision(passes, resource, text(packet, passes));
    }

    private String text(Traffic packet, Truth passes) {
        return rules.stream()
                .filter(rule -> passes == Truth.UNKNOWN
                        ? !rule.exact()
                        : rule.exact() && rule.allows() == (passes == Truth.TRUE))
                .filter(rule -> rule.match().overlaps(packet))
                .map(Rule::text)
                .findFirst()
                .orElse(otherwise);
    }
}
