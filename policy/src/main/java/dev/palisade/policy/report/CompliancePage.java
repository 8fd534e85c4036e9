package dev.palisade.policy.report;

import dev.palisade.policy.framework.Control;
import dev.palisade.policy.framework.Framework;
import dev.palisade.policy.framework.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The compliance map as a page: for each standard its requirements and the policies that judge them. */
public final class CompliancePage {
    /** 5.4.2 before 5.4.10. */
    private static final Comparator<String> NUMBERED = Comparator.comparing(CompliancePage::padded);

    private CompliancePage() {}

    public static String render(List<Policy> policies) {
        StringBuilder page = new StringBuilder()
                .append("# Compliance map\n\n")
                .append("Generated from the catalogue; a test fails when this page is stale. ")
                .append("A policy shows that a technical requirement is met by the stack; ")
                .append("what a standard asks of people and processes it cannot show.\n");
        for (Framework framework : Framework.values()) {
            page.append("\n## ").append(framework.title()).append("\n\n");
            page.append("| Requirement | Policies |\n|---|---|\n");
            requirements(policies, framework).forEach((reference, own) -> page.append("| ")
                    .append(reference)
                    .append(" | ")
                    .append(own.stream()
                            .map(policy -> "[" + policy.id() + "](policies.md#" + policy.id() + ")")
                            .collect(Collectors.joining(", ")))
                    .append(" |\n"));
        }
        return page.toString();
    }

    private static Map<String, List<Policy>> requirements(List<Policy> policies, Framework framework) {
        Map<String, List<Policy>> requirements = new TreeMap<>(NUMBERED);
        for (Policy policy : policies) {
            for (Control control : policy.controls()) {
                if (control.framework() == framework) {
                    requirements
                            .computeIfAbsent(control.reference(), key -> new ArrayList<>())
                            .add(policy);
                }
            }
        }
        return requirements;
    }

    private static String padded(String reference) {
        return Pattern.compile("\\d+")
                .matcher(reference)
                .replaceAll(number -> "0".repeat(Math.max(0, 6 - number.group().length())) + number.group());
    }
}
