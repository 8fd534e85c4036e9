package dev.palisade.policy.report;

import dev.palisade.policy.framework.Framework;
import dev.palisade.policy.framework.Policy;
import java.util.List;
import java.util.stream.Collectors;

/** The compliance map as a page: for each standard its requirements and the policies that judge them. */
public final class CompliancePage {
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
            Requirements.of(framework, policies).forEach((reference, own) -> page.append("| ")
                    .append(reference)
                    .append(" | ")
                    .append(own.stream()
                            .map(policy -> "[" + policy.id() + "](policies.md#" + policy.id() + ")")
                            .collect(Collectors.joining(", ")))
                    .append(" |\n"));
        }
        return page.toString();
    }
}
