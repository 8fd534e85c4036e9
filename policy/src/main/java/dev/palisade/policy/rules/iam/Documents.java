package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.PolicyDocument;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Value;
import java.util.function.Function;

/** Puts a question to a policy document; one that cannot be read is a violation, one that is not known is UNKNOWN. */
public final class Documents {
    private Documents() {}

    /** The verdict on the document; NOT_APPLICABLE where there is none. */
    public static Verdict judge(Value document, Function<PolicyDocument.Parsed, Verdict> question) {
        PolicyDocument read = PolicyDocument.of(document);
        if (read instanceof PolicyDocument.Parsed parsed) {
            return question.apply(parsed);
        }
        if (read instanceof PolicyDocument.Malformed malformed) {
            return Verdict.fail("has a policy document that AWS would not understand: it " + malformed.problem());
        }
        return read instanceof PolicyDocument.Absent
                ? Verdict.NOT_APPLICABLE
                : Verdict.unknown("not known yet: its policy document");
    }

    /** The worst verdict on any of its statements. */
    public static Verdict each(Value document, Function<PolicyStatement, Verdict> question) {
        return judge(
                document, parsed -> parsed.statements().stream().map(question).reduce(Verdict.PASS, Verdict::and));
    }
}
