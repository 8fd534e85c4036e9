package dev.palisade.policy.rules.edge;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "Host names lead to load balancers of this stack",
        severity = Severity.MEDIUM,
        rows = {Row.A1, Row.A4},
        controls = {"NIST 800-53 SC-20", "PCI DSS 1.4.2", "SOC 2 CC6.6"},
        why =
                "A name that leads to an address goes past the firewall; one that leads to what is gone can be taken over.",
        remedy = "Use an alias of the load balancer's name and zone.",
        snippet =
                "RecordAliasArgs.builder().name(loadBalancer.dnsName()).zoneId(loadBalancer.zoneId()).evaluateTargetHealth(true)")
public final class RecordLeadsToTheLoadBalancer implements RelationPolicy {
    private static final String RECORD = "aws:route53/record:Record";
    private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
    private static final Property NAME = Property.of(RECORD, "name");
    private static final Property TYPE = Property.of(RECORD, "type");
    private static final Property DOMAIN = Property.of("aws:acm/certificate:Certificate", "domainName");
    private static final Property MORE = Property.of("aws:acm/certificate:Certificate", "subjectAlternativeNames");
    private static final Property ALIASES = Property.of(RECORD, "aliases");
    private static final Property ALIAS = Property.of(RECORD, "aliases[].name");
    private static final Property HEALTH = Property.of(RECORD, "aliases[].evaluateTargetHealth");
    private static final Property VALUES = Property.of(RECORD, "records");
    private static final Property DNS_NAME = Property.of(BALANCER, "dnsName");

    /** Hosts whose names are given to whoever asks first. */
    private static final Pattern FOR_THE_TAKING = Pattern.compile(
            "(?i).*([.]s3[.-].*amazonaws[.]com|[.](cloudfront[.]net|elasticbeanstalk[.]com|github[.]io|azurewebsites[.]net|herokuapp[.]com))[.]?");

    @Override
    public Set<String> types() {
        return Set.of(RECORD, BALANCER);
    }

    @Override
    public Verdict check(Resource record, Graph graph) {
        if (record.is(BALANCER)) {
            return named(record, graph);
        }
        if (record.get(TYPE).isOneOf("A", "AAAA") == Truth.FALSE) {
            return record.get(VALUES)
                                    .any(value -> value.matches(
                                            name -> FOR_THE_TAKING.matcher(name).matches()))
                            == Truth.TRUE
                    ? Verdict.fail("leads to a name that anybody can claim once it is free: records")
                    : Verdict.NOT_APPLICABLE;
        }
        Truth led = record.get(ALIASES).any(alias -> isBalancer(record, alias.get(ALIAS), graph));
        return Verdict.require(record.get(VALUES).isPresent().not(), "names an address instead of a load balancer")
                .and(Verdict.require(led, "leads to no load balancer of this stack"))
                .and(Verdict.require(
                        record.get(ALIASES).all(alias -> alias.get(HEALTH).isTrue()),
                        "leads there while no target is healthy: evaluateTargetHealth is not true"))
                .and(Verdict.require(
                        record.get(NAME).matches(name -> name.startsWith("*")).not(), "leads every name there"))
                .and(Verdict.require(
                        certified(record, graph), "is a name that no certificate of this stack is for: name"));
    }

    private static Truth certified(Resource record, Graph graph) {
        Truth certified = Truth.of(graph.ofType(DOMAIN.type()).isEmpty());
        for (Resource certificate : graph.ofType(DOMAIN.type())) {
            for (Value name : List.of(certificate.get(DOMAIN), certificate.get(MORE))) {
                certified = certified.or(
                        name.isUnknown() || record.get(NAME).isUnknown()
                                ? Truth.UNKNOWN
                                : record.get(NAME)
                                        .matches(host -> name.texts().contains(host.replaceFirst("[.]$", ""))));
            }
        }
        return certified;
    }

    private static Truth isBalancer(Resource record, Value name, Graph graph) {
        return graph.ofType(BALANCER).stream()
                .map(balancer -> isNameOf(balancer, record, name))
                .reduce(Truth.FALSE, Truth::or);
    }

    private static Truth isNameOf(Resource balancer, Resource record, Value name) {
        return name.isUnknown()
                ? isSource(record, balancer)
                : name.matches(text -> balancer.get(DNS_NAME).texts().contains(text));
    }

    private static Truth isSource(Resource record, Resource balancer) {
        return record.propertyDependencies()
                        .getOrDefault(ALIASES.root(), Set.of())
                        .contains(balancer.urn())
                ? Truth.TRUE
                : Truth.UNKNOWN;
    }

    /** A stack that proves names to get a certificate gives its load balancer one of them. */
    private static Verdict named(Resource balancer, Graph graph) {
        if (graph.ofType(RECORD).isEmpty()) {
            return Verdict.NOT_APPLICABLE;
        }
        Truth led = graph.ofType(RECORD).stream()
                .map(record -> record.get(ALIASES).any(alias -> isNameOf(balancer, record, alias.get(ALIAS))))
                .reduce(Truth.FALSE, Truth::or);
        return Verdict.require(led, "has no record that leads to it, though the stack has records");
    }
}
