package dev.palisade.policy.rules.pulumi;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class KubernetesProviderTrustsItsClusterTest implements PolicyCases {
    private static final String KUBECONFIG = """
            {"clusters":[{"name":"c","cluster":{"server":"https://x.eks.amazonaws.com","certificate-authority-data":"LS0t"}}],
             "users":[{"name":"u","user":{"exec":{"command":"aws"}}}]}""";

    @Override
    public Policy policy() {
        return new KubernetesProviderTrustsItsCluster();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the cluster's", with(KUBECONFIG)),
                passes(
                        "the same as YAML",
                        with("clusters: [{cluster: {server: 'https://x', certificate-authority-data: LS0t}}]")),
                fails("none", stack(resource("pulumi:providers:kubernetes", "k")), "whoever runs"),
                fails("no certificate", with(KUBECONFIG.replace("certificate-authority-data", "x")), "certificate"),
                fails(
                        "no verification",
                        with(KUBECONFIG.replace("\"server\"", "\"insecure-skip-tls-verify\":true,\"server\"")),
                        "verify"),
                fails("plain HTTP", with(KUBECONFIG.replace("https:", "http:")), "plain HTTP"),
                fails(
                        "a token",
                        with(KUBECONFIG.replace("\"exec\":{\"command\":\"aws\"}", "\"token\":\"x\"")),
                        "token"),
                fails("no cluster", with("{}"), "names no cluster"),
                fails("no kubeconfig at all", with("[}"), "cannot be read"),
                passes("that of a cluster that is not made yet", later("eks:index:Cluster")),
                passes("that of a raw cluster that is not made yet", later("aws:eks/cluster:Cluster")),
                unknown("what something else will tell", later("random:index/randomPassword:RandomPassword")),
                unknown(
                        "nobody knows from where",
                        stack(resource("pulumi:providers:kubernetes", "k").unknown("kubeconfig"))),
                notApplicable("no provider", stack()));
    }

    private static StackBuilder later(String type) {
        var source = resource(type, "source");
        return stack(source, resource("pulumi:providers:kubernetes", "k").unknown("kubeconfig", source));
    }

    private static StackBuilder with(String kubeconfig) {
        return stack(resource("pulumi:providers:kubernetes", "k").secret("kubeconfig", kubeconfig));
    }
}
