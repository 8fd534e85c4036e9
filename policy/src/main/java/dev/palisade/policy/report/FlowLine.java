package dev.palisade.policy.report;

import java.util.List;

/**
 * One declared flow as reports show it.
 *
 * @param kind required or forbidden
 * @param standing PASS, FAIL or UNKNOWN
 * @param path hop by hop, what lets it through or what stops it
 */
public record FlowLine(String name, String kind, String from, String to, String standing, List<String> path) {
    public FlowLine {
        path = List.copyOf(path);
    }
}
