package dev.palisade.policy.pack;

import dev.palisade.policy.exemption.ExemptionProblem;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.gate.Enforcement;
import dev.palisade.policy.gate.Outcome;
import java.util.List;
import java.util.Optional;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicySeverity;

/**
 * Outcomes as the engine shows them.
 *
 * @param dryRun in a preview outputs are not known yet, so an UNKNOWN is advice; at {@code up} it blocks
 */
record Diagnostics(boolean dryRun) {

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
        if (outcome.kind() == Verdict.Kind.UNKNOWN) {
            EnforcementLevel level = dryRun ? EnforcementLevel.ADVISORY : level(outcome.level());
            return Optional.of(diagnostic(outcome, "UNKNOWN: " + reasons, level));
        }
        return Optional.empty();
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
