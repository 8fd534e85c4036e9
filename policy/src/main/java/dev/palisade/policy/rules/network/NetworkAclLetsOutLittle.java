package dev.palisade.policy.rules.network;

import dev.palisade.policy.flow.PortSet;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "Network ACLs let out web and time requests and answers to the internet",
        severity = Severity.MEDIUM,
        rows = {Row.A2},
        controls = {"NIST 800-53 SC-7(5)", "PCI DSS 1.3.2", "SOC 2 CC6.6"},
        why = "Mail, database and remote administration ports out of the VPC serve an intruder alone.",
        remedy = "Allow tcp 443, what else is needed by name, and the ephemeral range for answers.",
        snippet =
                "NetworkAclEgressArgs.builder().ruleNo(140).action(\"allow\").protocol(\"tcp\").cidrBlock(\"0.0.0.0/0\").fromPort(443).toPort(443)")
public final class NetworkAclLetsOutLittle implements RelationPolicy {
    private static final PortSet LET_OUT =
            PortSet.union(List.of(PortSet.tcp(80), PortSet.tcp(443), PortSet.udp(123), PortSet.rule("icmp", 3, -1)));

    @Override
    public Set<String> types() {
        return Set.of(NetworkAclRules.ACL);
    }

    @Override
    public Verdict check(Resource acl, Graph graph) {
        NetworkAclRules rules = NetworkAclRules.of(acl, graph);
        // Only what the internet asks is answered there: answers of private subnets stay inside.
        Truth open = NetworkAclSubnets.any(acl, graph, subnet -> Routing.leadsToInternet(subnet, graph));
        Verdict verdict = rules.known() ? Verdict.PASS : Verdict.unknown("not known yet: some of its rules");
        for (Traffic traffic : rules.passing(true)) {
            Traffic outside = traffic.from(Internet.ADDRESSES);
            PortSet more = outside.ports().minus(LET_OUT);
            verdict = verdict.and(Verdict.require(
                    Truth.of(outside.isEmpty() || more.isEmpty())
                            .or(Truth.of(PortSet.EPHEMERAL.contains(more)).and(open)),
                    "lets out " + more + " to the internet"));
        }
        return verdict;
    }
}
