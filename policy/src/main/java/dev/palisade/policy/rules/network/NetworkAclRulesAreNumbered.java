package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.HashSet;
import java.util.Set;

@PolicyInfo(
        title = "A network ACL's rules have numbers of their own, and read what they say",
        severity = Severity.MEDIUM,
        rows = {Row.A2},
        controls = {"NIST 800-53 SC-7(5)", "NIST 800-53 CM-6", "PCI DSS 1.2.1"},
        why = "AWS asks the rules by number and takes the first that fits: a number that two have, or none can have, "
                + "leaves open which of them counts.",
        remedy = "Number the rules of each direction from 1 to 32766, each number once.",
        snippet = "NetworkAclIngressArgs.builder().ruleNo(110).action(\"allow\")")
public final class NetworkAclRulesAreNumbered implements RelationPolicy {
    /** The number of the rule that AWS puts last, which denies the rest, less one. */
    private static final int HIGHEST = 32_766;

    @Override
    public Set<String> types() {
        return Set.of(NetworkAclRules.ACL);
    }

    @Override
    public Verdict check(Resource acl, Graph graph) {
        NetworkAclRules rules = NetworkAclRules.of(acl, graph);
        if (rules.rules().isEmpty()) {
            return Verdict.NOT_APPLICABLE;
        }
        Verdict verdict = rules.known() ? Verdict.PASS : Verdict.unknown("not known yet: its rules");
        Set<Double> in = new HashSet<>();
        Set<Double> out = new HashSet<>();
        for (NetworkAclRule rule : rules.rules()) {
            if (rule.traffic().isPresent()) {
                double number = rule.number();
                verdict = verdict.and(Verdict.require(
                                Truth.of(number >= 1 && number <= HIGHEST),
                                "has a rule that " + rule.says() + " under no number from 1 to " + HIGHEST))
                        .and(Verdict.require(
                                Truth.of((rule.egress() ? out : in).add(number)),
                                "has a rule that " + rule.says() + " under the number of another one"));
            }
        }
        return verdict;
    }
}
