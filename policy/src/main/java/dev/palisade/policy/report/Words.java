package dev.palisade.policy.report;

import dev.palisade.policy.framework.Row;
import dev.palisade.policy.gate.Assessment;
import dev.palisade.policy.gate.Outcome;
import dev.palisade.policy.gate.Standing;
import dev.palisade.policy.graph.Urn;
import java.util.Arrays;
import java.util.Locale;

/** The phrases that every report shares. */
final class Words {
    private Words() {}

    /** {@code type name} of a URN: what a reader looks for in the program. */
    static String resource(String urn) {
        if (urn.isEmpty()) {
            return "the stack";
        }
        Urn parts = Urn.parse(urn);
        return Urn.STACK_TYPE.equals(parts.type()) ? "the stack" : parts.type() + " " + parts.name();
    }

    static String reasons(Outcome outcome) {
        return String.join("; ", outcome.finding().verdict().reasons());
    }

    static String word(Standing standing) {
        return standing == Standing.NOT_APPLICABLE ? "N/A" : standing.name();
    }

    /** How many policies stand behind a row. */
    static long policies(Assessment assessment, Row row) {
        return assessment.policies().keySet().stream()
                .filter(policy -> Arrays.asList(policy.info().rows()).contains(row))
                .count();
    }

    static String summary(Assessment assessment) {
        return String.format(
                Locale.ROOT,
                "%d resources, %d policies: %d violation%s, %d unknown, %d exempted",
                assessment.graph().resources().size(),
                assessment.policies().size(),
                assessment.violations().size(),
                assessment.violations().size() == 1 ? "" : "s",
                assessment.unknowns().size(),
                assessment.exempted().size());
    }

    static String verdict(Assessment assessment) {
        return assessment.isCompliant() ? "COMPLIANT" : "NOT COMPLIANT";
    }
}
