package dev.palisade.policy.report;

import dev.palisade.policy.framework.Control;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The catalogue as a page: every policy with its reason, its remedy and the requirements that it meets. */
public final class PolicyPage {
    private PolicyPage() {}

    public static String render(List<Policy> policies) {
        Map<String, List<Policy>> areas =
                policies.stream().collect(Collectors.groupingBy(PolicyPage::area, TreeMap::new, Collectors.toList()));
        StringBuilder page = new StringBuilder()
                .append("# Policies\n\n")
                .append("Generated from the catalogue; a test fails when this page is stale. ")
                .append(policies.size())
                .append(" policies judge the stack, on the real engine and in the preview alike.\n\n")
                .append("A *resource* policy judges one resource and blocks before it is created, a *relation* policy ")
                .append("judges what a resource is connected to, a *stack* policy what must exist at all.\n");
        areas.forEach((area, own) -> page.append("- [")
                .append(area)
                .append("](#")
                .append(area)
                .append("): ")
                .append(own.size())
                .append('\n'));
        areas.forEach((area, own) -> {
            page.append("\n## ").append(area).append('\n');
            own.forEach(policy -> page.append(section(policy)));
        });
        return page.toString();
    }

    private static String area(Policy policy) {
        String name = policy.getClass().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String section(Policy policy) {
        var info = policy.info();
        StringBuilder text = new StringBuilder()
                .append("\n### ")
                .append(policy.id())
                .append("\n\n**")
                .append(info.title())
                .append(".** ")
                .append(info.severity())
                .append(", ")
                .append(kind(policy))
                .append(" policy. Checklist: ")
                .append(Arrays.stream(info.rows()).map(Row::name).collect(Collectors.joining(", ")))
                .append(".\n\nWhy: ")
                .append(info.why())
                .append("\n\nRemedy: ")
                .append(info.remedy())
                .append('\n');
        text.append("\n```java\n").append(info.snippet().strip()).append("\n```\n");
        return text.append("\nControls: ")
                .append(policy.controls().stream().map(Control::toString).collect(Collectors.joining(" · ")))
                .append('\n')
                .toString();
    }

    private static String kind(Policy policy) {
        if (policy instanceof ResourcePolicy) {
            return "resource";
        }
        return policy instanceof RelationPolicy ? "relation" : "stack";
    }
}
