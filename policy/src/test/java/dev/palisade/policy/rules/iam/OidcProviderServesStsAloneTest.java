package dev.palisade.policy.rules.iam;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import java.util.Map;

class OidcProviderServesStsAloneTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new OidcProviderServesStsAlone();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails("SAML", stack(resource("aws:iam/samlProvider:SamlProvider", "s")), "SAML"),
                passes("the cluster's issuer", stack(CLUSTER, provider("https://" + HOST))),
                passes("an issuer of EKS, while the cluster's is not known", stack(provider(HOST))),
                passes("GitHub", stack(provider("https://token.actions.githubusercontent.com"))),
                fails(
                        "the issuer of another cluster",
                        stack(CLUSTER, provider("https://oidc.eks.eu-central-1.amazonaws.com/id/OTHER")),
                        "trusts an issuer"),
                fails("any issuer", stack(provider("https://login.example.org")), "trusts an issuer"),
                fails("without TLS", stack(CLUSTER, provider("http://" + HOST)), "without TLS"),
                fails(
                        "another audience",
                        stack(
                                CLUSTER,
                                provider("https://" + HOST)
                                        .set("clientIdLists", List.of("sts.amazonaws.com", "other"))),
                        "another audience"),
                fails(
                        "no audience",
                        stack(CLUSTER, provider("https://" + HOST).unset("clientIdLists")),
                        "another audience"),
                fails(
                        "an empty list",
                        stack(CLUSTER, provider("https://" + HOST).set("clientIdLists", List.of())),
                        "another audience"),
                unknown("a URL from outputs", stack(CLUSTER, provider("x").unknown("url"))),
                notApplicable("no provider", stack(CLUSTER)));
    }

    private static final String HOST = "oidc.eks.eu-central-1.amazonaws.com/id/ABC1";
    private static final ResourceBuilder CLUSTER = resource("aws:eks/cluster:Cluster", "main")
            .output("identities", List.of(Map.of("oidcs", List.of(Map.of("issuer", "https://" + HOST)))));

    private static ResourceBuilder provider(String url) {
        return resource(IrsaTrustNamesWhatExists.PROVIDER, "cluster")
                .set("url", url)
                .set("clientIdLists", List.of("sts.amazonaws.com"));
    }
}
