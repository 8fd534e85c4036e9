package dev.palisade.e2e.crosscheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** What somebody decided about each finding of other scanners. */
final class ReviewedFindings {
    private final List<Entry> entries;

    /**
     * One decision.
     *
     * @param policy the policy of this pack that covers the finding; empty where there is a reason
     * @param reason why the finding does not apply; empty where there is a policy
     */
    private record Entry(Finding finding, String policy, String reason) {}

    private ReviewedFindings(List<Entry> entries) {
        this.entries = entries;
    }

    /** Reads the YAML file. */
    static ReviewedFindings read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Set<Finding> known = new HashSet<>();
        List<Map<String, Object>> list = new Yaml().load(Files.readString(file));
        for (Map<String, Object> item : list) {
            String check = Objects.toString(item.get("check"), "");
            String policy = Objects.toString(item.get("policy"), "");
            String reason = Objects.toString(item.get("reason"), "");
            if (policy.isEmpty() == reason.isEmpty()) {
                throw new IllegalStateException(file + ": " + check + " needs either a policy or a reason");
            }
            if (!(item.get("resources") instanceof List<?> resources)) {
                throw new IllegalStateException(file + ": " + check + " names no resources");
            }
            for (Object resource : resources) {
                Finding finding = new Finding(check, resource.toString());
                if (!known.add(finding)) {
                    throw new IllegalStateException(file + ": " + finding + " stands there twice");
                }
                entries.add(new Entry(finding, policy, reason));
            }
        }
        return new ReviewedFindings(entries);
    }

    /** All policies that are said to cover something. */
    Set<String> policies() {
        return entries.stream()
                .map(Entry::policy)
                .filter(policy -> !policy.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What nobody has looked at, and what is no longer found: a line each, with what to do. */
    List<String> differences(Set<Finding> found) {
        Set<Finding> reviewed = entries.stream().map(Entry::finding).collect(Collectors.toSet());
        List<String> differences = new ArrayList<>();
        found.stream()
                .filter(finding -> !reviewed.contains(finding))
                .forEach(
                        finding -> differences.add(
                                "new: " + finding
                                        + ": mend it, or add it to reviewed.yaml with the policy that covers it or why it does not apply"));
        entries.stream()
                .map(Entry::finding)
                .filter(finding -> !found.contains(finding))
                .forEach(finding -> differences.add("gone: " + finding + ": take it out of reviewed.yaml"));
        return differences;
    }
}
