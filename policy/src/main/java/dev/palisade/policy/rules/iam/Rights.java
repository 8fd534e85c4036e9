package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyDocument;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a role's own documents allow, all together. */
final class Rights {
    private Rights() {}

    /** The verdict on what is allowed; UNKNOWN while a document is not known. One that is no document gives nothing. */
    static Verdict judge(Resource role, Graph graph, Function<List<PolicyStatement>, Verdict> question) {
        List<PolicyStatement> allowed = new ArrayList<>();
        for (Value document : Roles.documents(role, graph)) {
            PolicyDocument read = PolicyDocument.of(document);
            if (read instanceof PolicyDocument.Undetermined) {
                return Verdict.unknown("not known yet: what it is allowed");
            }
            if (read instanceof PolicyDocument.Parsed parsed) {
                parsed.statements().stream().filter(PolicyStatement::allow).forEach(allowed::add);
            }
        }
        return question.apply(allowed);
    }

    static boolean allow(List<PolicyStatement> rights, String action) {
        return rights.stream().anyMatch(statement -> statement.covers(action));
    }
}
