package dev.palisade.policy.pack;

import dev.palisade.policy.exemption.ExemptionProblem;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.gate.Enforcement;
import dev.palisade.policy.gate.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicySeverity;

/**
 * Outcomes as the engine shows them.
 *
 * @param dryRun in a preview outputs are not known yet, so an UNKNOWN is advice, which {@link #unknown} gives; at {@code
 *     up} it blocks
 */
record Diagnostics(boolean dryRun) {
    private static final int EXAMPLES = 3;

    /** The diagnostic of an outcome, if there is anything to say. */
    Optional<AnalyzeDiagnostic> of(Outcome outcome) {
        String reasons = String.join("; ", outcome.finding().verdict().reasons());
        Policy policy = outcome.finding().policy();
        if (outcome.exemption().isPresent()) {
            String until = "exempted by " + outcome.exemption().get().id() + " until "
                    + outcome.exemption().get().expires() + ": ";
            return Optional.of(diagnostic(outcome, until + reasons, EnforcementLevel.ADVISORY));
        }
        if (outcome.kind() == Verdict.Kind.FAIL) {
            return Optional.of(
                    diagnostic(outcome, reasons + ". Remedy: " + policy.info().remedy(), level(outcome.level())));
        }
        if (outcome.kind() == Verdict.Kind.UNKNOWN && !dryRun) {
            return Optional.of(diagnostic(outcome, "UNKNOWN: " + reasons, level(outcome.level())));
        }
        return Optional.empty();
    }

    /**
     * What is not known yet, one advice a policy: in a first preview hundreds of resources have something that is not.
     */
    List<AnalyzeDiagnostic> unknown(List<Outcome> outcomes) {
        Map<Policy, List<Outcome>> byPolicy = new LinkedHashMap<>();
        outcomes.stream()
                .filter(outcome -> dryRun
                        && outcome.kind() == Verdict.Kind.UNKNOWN
                        && outcome.exemption().isEmpty())
                .forEach(outcome -> byPolicy.computeIfAbsent(outcome.finding().policy(), policy -> new ArrayList<>())
                        .add(outcome));
        return byPolicy.values().stream().map(Diagnostics::unknownOf).toList();
    }

    private static AnalyzeDiagnostic unknownOf(List<Outcome> outcomes) {
        Outcome first = outcomes.get(0);
        String reasons = some(outcomes.stream()
                .flatMap(outcome -> outcome.finding().verdict().reasons().stream())
                .distinct()
                .toList());
        if (outcomes.size() == 1) {
            return diagnostic(first, "UNKNOWN: " + reasons, EnforcementLevel.ADVISORY);
        }
        String names = some(outcomes.stream()
                .map(outcome -> outcome.finding().urn())
                .map(urn -> urn.substring(urn.lastIndexOf(':') + 1))
                .toList());
        String message = "UNKNOWN for " + outcomes.size() + " resources (" + names + "): " + reasons;
        // It belongs to no resource: the engine shows it on the stack.
        return diagnostic(first, message, EnforcementLevel.ADVISORY).toBuilder()
                .setUrn("")
                .build();
    }

    private static String some(List<String> texts) {
        int more = texts.size() - EXAMPLES;
        String some = texts.stream().limit(EXAMPLES).collect(Collectors.joining("; "));
        return more <= 0 ? some : some + " and " + more + " more";
    }

    AnalyzeDiagnostic of(ExemptionProblem problem) {
        return started("exemptions", "Exemptions hold", EnforcementLevel.MANDATORY)
                .setMessage("exemption " + problem.exemption() + ": " + problem.message())
                .setSeverity(PolicySeverity.POLICY_SEVERITY_HIGH)
                .build();
    }

    private static AnalyzeDiagnostic diagnostic(Outcome outcome, String message, EnforcementLevel level) {
        Policy policy = outcome.finding().policy();
        return started(policy.id(), policy.info().title(), level)
                .setMessage(message)
                .setUrn(outcome.finding().urn())
                .setSeverity(severity(policy.info().severity()))
                .build();
    }

    private static AnalyzeDiagnostic.Builder started(String policy, String description, EnforcementLevel level) {
        return AnalyzeDiagnostic.newBuilder()
                .setPolicyPackName(PackInfo.NAME)
                .setPolicyPackVersion(PackInfo.VERSION)
                .setPolicyName(policy)
                .setDescription(description)
                .setEnforcementLevel(level);
    }

    static EnforcementLevel level(Enforcement.Level level) {
        return level == Enforcement.Level.MANDATORY ? EnforcementLevel.MANDATORY : EnforcementLevel.ADVISORY;
    }

    static PolicySeverity severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> PolicySeverity.POLICY_SEVERITY_CRITICAL;
            case HIGH -> PolicySeverity.POLICY_SEVERITY_HIGH;
            case MEDIUM -> PolicySeverity.POLICY_SEVERITY_MEDIUM;
            case LOW -> PolicySeverity.POLICY_SEVERITY_LOW;
        };
    }

    static List<AnalyzeDiagnostic> all(Diagnostics diagnostics, List<Outcome> outcomes) {
        return outcomes.stream().map(diagnostics::of).flatMap(Optional::stream).toList();
    }
}
