package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which network ACL stands before each subnet, and what its rules let in and out. */
final class NetworkAcls {
    private static final String ACL = "aws:ec2/networkAcl:NetworkAcl";
    private static final String DEFAULT = "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl";
    private static final String RULE = "aws:ec2/networkAclRule:NetworkAclRule";
    private static final String ASSOCIATION = "aws:ec2/networkAclAssociation:NetworkAclAssociation";
    private static final Property SUBNETS = Property.of(ACL, "subnetIds");
    private static final Property DEFAULT_SUBNETS = Property.of(DEFAULT, "subnetIds");
    private static final Property ASSOCIATED_SUBNET = Property.of(ASSOCIATION, "subnetId");
    private static final Property ASSOCIATED_ACL = Property.of(ASSOCIATION, "networkAclId");
    private static final Property RULE_ACL = Property.of(RULE, "networkAclId");
    private static final Property RULE_EGRESS = Property.of(RULE, "egress");
    private static final Shape SEPARATE = new Shape(
            Property.of(RULE, "ruleNumber"),
            Property.of(RULE, "ruleAction"),
            Property.of(RULE, "protocol"),
            Property.of(RULE, "cidrBlock"),
            Property.of(RULE, "ipv6CidrBlock"),
            Property.of(RULE, "fromPort"),
            Property.of(RULE, "toPort"));

    /** By which names a kind of rule says the same. */
    private record Shape(
            Property number,
            Property action,
            Property protocol,
            Property cidr,
            Property cidr6,
            Property fromPort,
            Property toPort) {
        static Shape inline(String type, String direction) {
            Function<String, Property> each = name -> Property.of(type, direction + "[]." + name);
            return new Shape(
                    each.apply("ruleNo"),
                    each.apply("action"),
                    each.apply("protocol"),
                    each.apply("cidrBlock"),
                    each.apply("ipv6CidrBlock"),
                    each.apply("fromPort"),
                    each.apply("toPort"));
        }
    }

    /** A rule with its place in the order. */
    private record Numbered(double number, List<Rule> rules) {}

    private final Graph graph;
    private final Map<String, NetworkAcl> bySubnet = new HashMap<>();
    private boolean decided = true;

    NetworkAcls(Graph graph, Subnets subnets) {
        this.graph = graph;
        for (Resource acl : graph.ofType(DEFAULT)) {
            NetworkAcl read = read(acl);
            List<Subnet> unclaimed = acl.get(DEFAULT_SUBNETS).isMissing()
                    ? subnets.all()
                    : subnets.named(graph.targets(acl, DEFAULT_SUBNETS, Subnets.SUBNET));
            unclaimed.forEach(subnet -> bySubnet.putIfAbsent(subnet.urn(), read));
        }
        for (Resource acl : graph.ofType(ACL)) {
            assign(subnets, graph.targets(acl, SUBNETS, Subnets.SUBNET), read(acl));
        }
        for (Resource association : graph.ofType(ASSOCIATION)) {
            Targets acls = graph.targets(association, ASSOCIATED_ACL, ACL, DEFAULT);
            Targets of = graph.targets(association, ASSOCIATED_SUBNET, Subnets.SUBNET);
            if (acls.decided() && acls.resources().size() == 1) {
                assign(subnets, of, read(acls.resources().get(0)));
            } else {
                subnets.named(of).forEach(subnet -> bySubnet.put(subnet.urn(), NetworkAcl.unknown(subnet.name())));
            }
        }
    }

    private void assign(Subnets subnets, Targets targets, NetworkAcl acl) {
        decided &= targets.decided();
        subnets.named(targets)
                .forEach(subnet ->
                        bySubnet.put(subnet.urn(), targets.decided() ? acl : NetworkAcl.unknown(subnet.name())));
    }

    /** The ACL of a subnet; AWS's open one where none is given. */
    NetworkAcl of(Subnet subnet) {
        NetworkAcl acl = bySubnet.get(subnet.urn());
        if (acl != null) {
            return acl;
        }
        return decided ? NetworkAcl.OPEN : NetworkAcl.unknown(subnet.name());
    }

    private NetworkAcl read(Resource acl) {
        return NetworkAcl.of(acl.name(), rules(acl, "ingress"), rules(acl, "egress"));
    }

    private List<Rule> rules(Resource acl, String direction) {
        boolean egress = "egress".equals(direction);
        List<Numbered> rules = new ArrayList<>();
        Shape inline = Shape.inline(acl.type(), direction);
        for (Value rule : acl.get(Property.of(acl.type(), direction)).items()) {
            rules.add(read(rule::get, inline, egress));
        }
        Targets separate = graph.referrers(acl, RULE_ACL);
        for (Resource rule : separate.resources()) {
            Truth out = rule.get(RULE_EGRESS).isTrue();
            if (out != Truth.of(!egress)) {
                rules.add(read(rule::get, SEPARATE, egress));
            }
        }
        Stream<Rule> ordered = rules.stream()
                .sorted(Comparator.comparing(Numbered::number))
                .flatMap(numbered -> numbered.rules().stream());
        Stream<Rule> doubts = separate.decided() ? Stream.of() : doubts(Traffic.ALL, "a rule of an ACL not known yet");
        return Stream.concat(doubts, ordered).toList();
    }

    private static Numbered read(Function<Property, Value> rule, Shape shape, boolean egress) {
        Optional<Double> number = rule.apply(shape.number()).number();
        Optional<PortSet> ports =
                GroupRule.ports(rule.apply(shape.protocol()), rule.apply(shape.fromPort()), rule.apply(shape.toPort()));
        Value cidr = rule.apply(shape.cidr());
        Optional<AddressSet> peers =
                (cidr.isMissing() ? rule.apply(shape.cidr6()) : cidr).text().flatMap(AddressSet::read);
        Optional<String> action = rule.apply(shape.action()).text();
        boolean exact = number.isPresent() && ports.isPresent() && peers.isPresent() && action.isPresent();
        AddressSet addresses = peers.orElse(AddressSet.ALL);
        Traffic match = egress
                ? Traffic.of(AddressSet.ALL, addresses, ports.orElse(PortSet.ALL))
                : Traffic.of(addresses, AddressSet.ALL, ports.orElse(PortSet.ALL));
        String text =
                "rule " + number.map(Double::intValue).map(String::valueOf).orElse("of unknown number");
        if (!exact) {
            return new Numbered(
                    number.orElse(0.0),
                    doubts(match, text + " is not known yet").toList());
        }
        boolean allows = "allow".equalsIgnoreCase(action.get());
        String says =
                text + (allows ? " allows " : " denies ") + ports.get() + (egress ? " to " : " from ") + addresses;
        return new Numbered(number.get(), List.of(new Rule(match, allows, true, says)));
    }

    /** Perhaps allowed here, perhaps denied. */
    private static Stream<Rule> doubts(Traffic match, String text) {
        return Stream.of(new Rule(match, false, false, text), new Rule(match, true, false, text));
    }
}
