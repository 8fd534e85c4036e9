package dev.palisade.policy.rules.network;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rules of a network ACL in the order in which AWS asks them, inline ones and those of their own.
 *
 * @param decided whether these are all
 */
record NetworkAclRules(List<NetworkAclRule> rules, boolean decided) {
    static final String ACL = "aws:ec2/networkAcl:NetworkAcl";

    static NetworkAclRules of(Resource acl, Graph graph) {
        List<NetworkAclRule> rules = new ArrayList<>(InlineNetworkAclRules.of(acl));
        Targets separate = graph.referrers(acl, SeparateNetworkAclRule.ACL);
        separate.resources().forEach(rule -> rules.add(SeparateNetworkAclRule.read(rule)));
        rules.sort(Comparator.comparing(NetworkAclRule::number));
        return new NetworkAclRules(rules, separate.decided());
    }

    List<NetworkAclRule> allowing() {
        return rules.stream().filter(rule -> rule.allows() != Truth.FALSE).toList();
    }

    /** Whether every rule is known. */
    boolean known() {
        return decided && rules.stream().allMatch(rule -> rule.traffic().isPresent() && rule.allows() != Truth.UNKNOWN);
    }

    /** What gets through in one direction: of each allowing rule what no denying rule before it takes away. */
    List<Traffic> passing(boolean egress) {
        List<Traffic> denied = new ArrayList<>();
        List<Traffic> passing = new ArrayList<>();
        for (NetworkAclRule rule : rules) {
            if (rule.egress() != egress || rule.traffic().isEmpty()) {
                continue;
            }
            if (rule.allows() == Truth.FALSE) {
                denied.add(rule.traffic().get());
                continue;
            }
            List<Traffic> left = List.of(rule.traffic().get());
            for (Traffic before : denied) {
                left = left.stream()
                        .flatMap(part -> part.minus(before).stream())
                        .toList();
            }
            passing.addAll(left);
        }
        return passing;
    }
}
