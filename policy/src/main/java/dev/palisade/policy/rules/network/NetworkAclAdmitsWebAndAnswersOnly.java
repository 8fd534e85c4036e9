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
import java.util.Set;

/** Rules are judged by their effect in the order of their numbers, so that a late deny is no excuse. */
@PolicyInfo(
        title = "Network ACLs admit web requests to public subnets, and answers, from the internet",
        severity = Severity.HIGH,
        rows = {Row.A2, Row.X2, Row.C9},
        controls = {
            "CIS AWS 5.2",
            "NIST 800-53 SC-7(5)",
            "PCI DSS 1.3.1",
            "HIPAA 164.312(e)(1)",
            "SOC 2 CC6.6",
            "Security Hub EC2.21"
        },
        why = "The network ACL is what still stands when a security group is opened by mistake.",
        remedy = "Allow 80 and 443 into public subnets and the ephemeral range for answers; nothing else from outside.",
        snippet =
                "NetworkAclIngressArgs.builder().ruleNo(110).action(\"allow\").protocol(\"tcp\").cidrBlock(\"0.0.0.0/0\").fromPort(443).toPort(443)")
public final class NetworkAclAdmitsWebAndAnswersOnly implements RelationPolicy {
    private static final PortSet WEB = PortSet.tcp(80).union(PortSet.tcp(443));
    /** ICMP's "destination unreachable", by which hosts learn how large a packet may be. */
    private static final PortSet UNREACHABLE = PortSet.rule("icmp", 3, -1);

    private static final PortSet UDP = PortSet.udp(0, 65_535);
    private static final PortSet ADMITTED = WEB.union(PortSet.EPHEMERAL).union(UNREACHABLE);

    @Override
    public Set<String> types() {
        return Set.of(NetworkAclRules.ACL);
    }

    @Override
    public Verdict check(Resource acl, Graph graph) {
        NetworkAclRules rules = NetworkAclRules.of(acl, graph);
        Truth open = NetworkAclSubnets.any(acl, graph, subnet -> Routing.leadsToInternet(subnet, graph));
        Truth outward = NetworkAclSubnets.any(acl, graph, subnet -> Routing.leadsOutside(subnet, graph));
        Verdict verdict = rules.known() ? Verdict.PASS : Verdict.unknown("not known yet: some of its rules");
        boolean asks = rules.passing(true).stream()
                .map(traffic -> traffic.from(Internet.ADDRESSES))
                .anyMatch(outside -> !outside.isEmpty() && outside.ports().overlaps(UDP));
        for (Traffic traffic : rules.passing(false)) {
            Traffic outside = traffic.from(Internet.ADDRESSES);
            if (!outside.isEmpty()) {
                String says = "lets in " + outside.ports() + " from the internet";
                verdict = verdict.and(judge(outside.ports(), open, says))
                        .and(Verdict.require(outward, says + " to subnets that lead nowhere"))
                        .and(Verdict.require(
                                Truth.of(asks || !outside.ports().overlaps(UDP)),
                                says + ", answers over UDP to what is not let out"));
            }
        }
        return verdict;
    }

    private static Verdict judge(PortSet ports, Truth open, String says) {
        PortSet answers = ports.intersect(PortSet.EPHEMERAL);
        return Verdict.require(Truth.of(ADMITTED.contains(ports) && (answers.isEmpty() || isWhole(answers))), says)
                .and(Verdict.require(
                        Truth.of(!ports.overlaps(WEB)).or(open), says + " to subnets that are not public"));
    }

    /** Answers need a range of which Linux's is the smallest; a few ports of it are a service. */
    private static boolean isWhole(PortSet answers) {
        return answers.contains(PortSet.tcp(32_768, 60_999)) || answers.contains(PortSet.udp(32_768, 60_999));
    }
}
