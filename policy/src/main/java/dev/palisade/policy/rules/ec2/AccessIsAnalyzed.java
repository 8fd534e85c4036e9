package dev.palisade.policy.rules.ec2;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;

@PolicyInfo(
        title = "IAM Access Analyzer watches what is shared beyond the account",
        severity = Severity.MEDIUM,
        rows = {Row.X1, Row.X10},
        controls = {"CIS AWS 1.20", "NIST 800-53 AC-6(7)", "PCI DSS 7.2.4", "SOC 2 CC6.3", "Security Hub IAM.28"},
        why = "A policy that lets outsiders in, made by hand beside the stack, shows nowhere else.",
        remedy = "Make an analyzer for the account or the organization.",
        snippet = "new Analyzer(\"account\", AnalyzerArgs.builder().type(\"ACCOUNT\"))")
public final class AccessIsAnalyzed implements StackPolicy {
    private static final Property TYPE = Property.of("aws:accessanalyzer/analyzer:Analyzer", "type");

    @Override
    public Verdict check(Graph graph) {
        if (graph.ofType("aws:iam/role:Role", TYPE.type()).isEmpty()) {
            return Verdict.NOT_APPLICABLE;
        }
        return Verdict.require(
                graph.ofType(TYPE.type()).stream()
                        .map(analyzer -> analyzer.get(TYPE).isPresent().not().or(() -> analyzer.get(TYPE)
                                .isOneOf("ACCOUNT", "ORGANIZATION")))
                        .reduce(Truth.FALSE, Truth::or),
                "has roles and no analyzer of who outside can reach what");
    }
}
