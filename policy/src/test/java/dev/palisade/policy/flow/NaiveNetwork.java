package dev.palisade.policy.flow;

import static dev.palisade.policy.testkit.ResourceBuilder.resource;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.testkit.ResourceBuilder;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * A small random network of two machines, judged one packet at a time by plain loops over numbers: the second opinion
 * on security groups and network ACLs. Addresses are 10.0.0.0 to 10.0.0.7, each machine has the four of its subnet.
 */
final class NaiveNetwork {
    /** Ports that stand for all others: no rule below tells apart what lies between two of them. */
    static final List<Integer> ANSWERS = List.of(1024, 20000, 40000);

    static final List<String> PROTOCOLS = List.of("tcp", "udp");
    static final List<Integer> PORTS = List.of(1, 2, 5000);
    private static final List<List<Integer>> RANGES =
            List.of(List.of(0, 65535), List.of(1, 1), List.of(1, 5000), List.of(1024, 65535), List.of(40000, 65535));
    /** A first address and how many there are. */
    private static final List<List<Integer>> BLOCKS =
            List.of(List.of(0, 8), List.of(0, 4), List.of(4, 4), List.of(1, 1), List.of(6, 2));

    /** A packet; the addresses are the last numbers of theirs. */
    record Packet(int from, int to, String protocol, int port) {}

    private record GroupRule(int group, boolean egress, int peerGroup, List<Integer> block, Range range) {}

    private record AclRule(int subnet, boolean egress, int number, boolean allows, List<Integer> block, Range range) {}

    private record Range(String protocol, List<Integer> ports) {
        boolean has(String wanted, int port) {
            return (protocol.equals("-1") || protocol.equals(wanted))
                    && (protocol.equals("-1") || (ports.get(0) <= port && port <= ports.get(1)));
        }
    }

    private final Random random;
    private final boolean together;
    private final List<Set<Integer>> groupsOf = new ArrayList<>();
    private final List<GroupRule> groupRules = new ArrayList<>();
    private final List<AclRule> aclRules = new ArrayList<>();

    NaiveNetwork(long seed) {
        random = new Random(seed);
        together = random.nextInt(5) == 0;
        groupsOf.add(groups());
        groupsOf.add(groups());
        for (int i = random.nextInt(8); i >= 0; i--) {
            boolean byGroup = random.nextBoolean();
            groupRules.add(new GroupRule(
                    random.nextInt(3), random.nextBoolean(), byGroup ? random.nextInt(3) : -1, pick(BLOCKS), range()));
        }
        for (int i = random.nextInt(12); i >= 0; i--) {
            aclRules.add(new AclRule(
                    random.nextInt(2), random.nextBoolean(), i + 1, random.nextInt(3) > 0, pick(BLOCKS), range()));
        }
        aclRules.sort(Comparator.comparing(AclRule::number));
    }

    private Set<Integer> groups() {
        Set<Integer> groups = new TreeSet<>(Set.of(random.nextInt(3)));
        groups.add(random.nextInt(3));
        return groups;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Range range() {
        return new Range(pick(List.of("tcp", "udp", "-1")), pick(RANGES));
    }

    List<Packet> packets() {
        List<Packet> packets = new ArrayList<>();
        for (int from = 0; from < 4; from++) {
            for (int to = 0; to < 4; to++) {
                for (String protocol : PROTOCOLS) {
                    for (int port : PORTS) {
                        packets.add(new Packet(from, together ? to : 4 + to, protocol, port));
                    }
                }
            }
        }
        return packets;
    }

    /** Whether a packet arrives, and its answer reaches any of the client's ports, or every one. */
    boolean passes(Packet packet, boolean everyAnswer) {
        boolean arrives = group(0, 1, true, packet.to, packet)
                && group(1, 0, false, packet.from, packet)
                && (together || (acl(0, true, packet.to, packet) && acl(1, false, packet.from, packet)));
        if (!arrives || together || (!everyAnswer && packet.protocol.equals("udp"))) {
            return arrives;
        }
        IntPredicate answered = port -> {
            Packet answer = new Packet(packet.to, packet.from, packet.protocol, port);
            return acl(1, true, answer.to, answer) && acl(0, false, answer.from, answer);
        };
        return everyAnswer
                ? ANSWERS.stream().allMatch(answered::test)
                : ANSWERS.stream().anyMatch(answered::test);
    }

    private boolean group(int machine, int other, boolean egress, int peer, Packet packet) {
        return groupRules.stream()
                .filter(rule -> rule.egress == egress && groupsOf.get(machine).contains(rule.group))
                .filter(rule -> rule.range.has(packet.protocol, packet.port))
                .anyMatch(rule -> rule.peerGroup < 0
                        ? isIn(rule.block, peer)
                        : groupsOf.get(other).contains(rule.peerGroup));
    }

    private boolean acl(int subnet, boolean egress, int peer, Packet packet) {
        for (AclRule rule : aclRules) {
            boolean matches = rule.subnet == subnet
                    && rule.egress == egress
                    && isIn(rule.block, peer)
                    && rule.range.has(packet.protocol, packet.port);
            if (matches) {
                return rule.allows;
            }
        }
        return false;
    }

    private static boolean isIn(List<Integer> block, int address) {
        return block.get(0) <= address && address < block.get(0) + block.get(1);
    }

    /** The same network as a graph. */
    Graph graph() {
        ResourceBuilder vpc = resource("aws:ec2/vpc:Vpc", "vpc").set("cidrBlock", "10.0.0.0/29");
        StackBuilder stack = StackBuilder.stack(vpc);
        List<ResourceBuilder> subnets = new ArrayList<>();
        for (int subnet = 0; subnet < 2; subnet++) {
            ResourceBuilder built = resource("aws:ec2/subnet:Subnet", "subnet-" + subnet)
                    .set("cidrBlock", "10.0.0." + 4 * subnet + "/30")
                    .refer("vpcId", vpc);
            subnets.add(built);
            ResourceBuilder acl = resource("aws:ec2/networkAcl:NetworkAcl", "acl-" + subnet)
                    .referAll("subnetIds", built)
                    .set("ingress", acl(subnet, false))
                    .set("egress", acl(subnet, true));
            stack.with(built, acl);
        }
        List<ResourceBuilder> groups = new ArrayList<>();
        for (int group = 0; group < 3; group++) {
            groups.add(resource("aws:ec2/securityGroup:SecurityGroup", "group-" + group));
            stack.with(groups.get(group));
        }
        for (int i = 0; i < groupRules.size(); i++) {
            stack.with(rule(i, groupRules.get(i), groups));
        }
        for (int machine = 0; machine < 2; machine++) {
            stack.with(resource("aws:ec2/instance:Instance", "machine-" + machine)
                    .refer("subnetId", subnets.get(together ? 0 : machine))
                    .referAll(
                            "vpcSecurityGroupIds",
                            groupsOf.get(machine).stream().map(groups::get).toArray(ResourceBuilder[]::new)));
        }
        return stack.build();
    }

    private List<Object> acl(int subnet, boolean egress) {
        List<Object> rules = new ArrayList<>();
        for (AclRule rule : aclRules) {
            if (rule.subnet == subnet && rule.egress == egress) {
                rules.add(Map.of(
                        "ruleNo",
                        rule.number,
                        "action",
                        rule.allows ? "allow" : "deny",
                        "protocol",
                        rule.range.protocol,
                        "cidrBlock",
                        block(rule.block),
                        "fromPort",
                        rule.range.ports.get(0),
                        "toPort",
                        rule.range.ports.get(1)));
            }
        }
        return rules;
    }

    private static ResourceBuilder rule(int number, GroupRule rule, List<ResourceBuilder> groups) {
        String kind = rule.egress ? "Egress" : "Ingress";
        ResourceBuilder built = resource(
                        "aws:vpc/securityGroup" + kind + "Rule:SecurityGroup" + kind + "Rule", "rule-" + number)
                .refer("securityGroupId", groups.get(rule.group))
                .set("ipProtocol", rule.range.protocol);
        if (!rule.range.protocol.equals("-1")) {
            built.set("fromPort", rule.range.ports.get(0)).set("toPort", rule.range.ports.get(1));
        }
        return rule.peerGroup < 0
                ? built.set("cidrIpv4", block(rule.block))
                : built.refer("referencedSecurityGroupId", groups.get(rule.peerGroup));
    }

    private static String block(List<Integer> block) {
        Map<Integer, Integer> prefixes = new HashMap<>(Map.of(8, 29, 4, 30, 2, 31, 1, 32));
        return "10.0.0." + block.get(0) + "/" + prefixes.get(block.get(1));
    }
}
