package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Truth;

/**
 * What a resource does to a packet: one hop of an explanation.
 *
 * @param passes whether it lets the packet through
 * @param resource the resource in words
 * @param rule the rule that decides, or what is missing
 */
public record Decision(Truth passes, String resource, String rule) {
    @Override
    public String toString() {
        String verb =
                switch (passes) {
                    case TRUE -> "lets through";
                    case FALSE -> "stops";
                    case UNKNOWN -> "may stop";
                };
        return resource + " " + verb + ": " + rule;
    }
}
