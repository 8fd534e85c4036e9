package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.networkPolicy;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class NetworkPolicyPeersAreNarrowTest implements PolicyCases {
    private static final String INTERNET =
            "[{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10, 169.254.0.0/16, 127.0.0.0/8]}}], ports: [{port: PORT}]}]";

    @Override
    public Policy policy() {
        return new NetworkPolicyPeersAreNarrow();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "the load balancer in, DNS and the database out",
                        networkPolicy().alone()),
                passes("nothing at all", Compliant.defaultDeny().alone()),
                passes("https to the internet, nothing private in it", egress(INTERNET.replace("PORT", "443"))),
                fails("everybody in", ingress("[{}]"), "names no peer"),
                fails("an empty list of peers", ingress("[{from: [], ports: [{port: 5000}]}]"), "names no peer"),
                fails("an empty peer", ingress("[{from: [{}], ports: [{port: 5000}]}]"), "empty selector"),
                fails(
                        "all pods of the namespace",
                        ingress("[{from: [{podSelector: {}}], ports: [{port: 5000}]}]"),
                        "empty selector"),
                fails(
                        "all namespaces",
                        ingress("[{from: [{namespaceSelector: {}}], ports: [{port: 5000}]}]"),
                        "empty selector"),
                fails(
                        "a pod of any namespace",
                        ingress(
                                "[{from: [{namespaceSelector: {}, podSelector: {matchLabels: {a: b}}}], ports: [{port: 5000}]}]"),
                        "empty selector"),
                fails("no port", ingress("[{from: [{podSelector: {matchLabels: {a: b}}}]}]"), "names no port"),
                fails(
                        "a protocol without a port",
                        ingress("[{from: [{podSelector: {matchLabels: {a: b}}}], ports: [{protocol: TCP}]}]"),
                        "range of ports"),
                fails(
                        "a range",
                        ingress("[{from: [{podSelector: {matchLabels: {a: b}}}], ports: [{port: 1, endPort: 65535}]}]"),
                        "range of ports"),
                fails(
                        "the internet in",
                        ingress("[{from: [{ipBlock: {cidr: 0.0.0.0/0}}], ports: [{port: 5000}]}]"),
                        "ipBlock"),
                fails(
                        "the internet of IPv6 in",
                        ingress("[{from: [{ipBlock: {cidr: '::/0'}}], ports: [{port: 5000}]}]"),
                        "ipBlock"),
                fails(
                        "the internet in two halves",
                        ingress(
                                "[{from: [{ipBlock: {cidr: 0.0.0.0/1}}, {ipBlock: {cidr: 128.0.0.0/1}}], ports: [{port: 5000}]}]"),
                        "ipBlock"),
                fails(
                        "all private addresses",
                        ingress("[{from: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 5000}]}]"),
                        "ipBlock"),
                fails("the internet on another port", egress(INTERNET.replace("PORT", "22")), "ipBlock"),
                fails(
                        "the internet with the instance's metadata",
                        egress(INTERNET.replace("PORT", "443").replace("169.254.0.0/16, ", "")),
                        "ipBlock"),
                fails(
                        "the internet with private addresses",
                        egress(INTERNET.replace("PORT", "443").replace("10.0.0.0/8, ", "")),
                        "ipBlock"),
                fails(
                        "no address at all",
                        ingress("[{from: [{ipBlock: {cidr: everywhere}}], ports: [{port: 5000}]}]"),
                        "ipBlock"),
                unknown(
                        "the block is not known yet",
                        networkPolicy()
                                .unknown("spec.ingress[0].from[0].ipBlock.cidr")
                                .alone()),
                unknown(
                        "the rules are not known yet",
                        networkPolicy().unknown("spec.egress").alone()),
                notApplicable("no policy", stack()));
    }

    private static StackBuilder ingress(String rules) {
        return networkPolicy().yaml("spec.ingress", rules).alone();
    }

    private static StackBuilder egress(String rules) {
        return networkPolicy().yaml("spec.egress", rules).alone();
    }
}
