package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Where no cluster of the stack tells its issuer yet, any issuer of EKS is taken for it. */
@PolicyInfo(
        title = "An OIDC provider is this cluster's issuer or GitHub's, for the audience of STS",
        severity = Severity.HIGH,
        rows = {Row.C13},
        controls = {"NIST 800-53 IA-8", "NIST 800-53 IA-9", "PCI DSS 8.6.1", "SOC 2 CC6.1"},
        why =
                "A foreign issuer signs any subject it likes; a foreign audience lets tokens in that were made for somebody else.",
        remedy = "Register the cluster's own issuer with the client id sts.amazonaws.com.",
        snippet = "OpenIdConnectProviderArgs.builder().url(cluster.issuer()).clientIdLists(\"sts.amazonaws.com\")")
public final class OidcProviderServesStsAlone implements RelationPolicy {

    private static final String PROVIDER = IrsaTrustNamesWhatExists.PROVIDER;
    private static final String CLUSTER = "aws:eks/cluster:Cluster";
    private static final String SAML = "aws:iam/samlProvider:SamlProvider";
    private static final Property CLIENTS = Property.of(PROVIDER, "clientIdLists");
    private static final Property URL = Property.of(PROVIDER, "url");
    private static final Property ISSUERS = Property.of(CLUSTER, "identities[].oidcs[].issuer");
    private static final Pattern EKS = Pattern.compile("oidc[.]eks[.][a-z0-9-]+[.]amazonaws[.]com/id/[A-Z0-9]+");

    @Override
    public Set<String> types() {
        return Set.of(PROVIDER, SAML);
    }

    @Override
    public Verdict check(Resource provider, Graph graph) {
        if (provider.is(SAML)) {
            return Verdict.fail("lets a SAML identity provider say who comes in");
        }
        Set<String> issuers = new HashSet<>();
        for (Resource cluster : graph.ofType(CLUSTER)) {
            cluster.get(ISSUERS).texts().forEach(issuer -> issuers.add(host(issuer)));
        }
        Value clients = provider.get(CLIENTS);
        return Verdict.require(
                        clients.any(Value::isPresent).and(clients.all(client -> client.is("sts.amazonaws.com"))),
                        "lets tokens in for another audience than sts.amazonaws.com")
                .and(Verdict.require(
                        provider.get(URL).matches(url -> isKnown(host(url), issuers)),
                        "trusts an issuer that is neither a cluster of this stack nor GitHub"))
                .and(Verdict.require(
                        provider.get(URL)
                                .matches(url -> url.startsWith("http://"))
                                .not(),
                        "reads the issuer's keys without TLS"));
    }

    private static String host(String url) {
        return url.replaceFirst("^https?://", "");
    }

    private static boolean isKnown(String host, Set<String> issuers) {
        return WebIdentity.GITHUB.equals(host)
                || (issuers.isEmpty() ? EKS.matcher(host).matches() : issuers.contains(host));
    }
}
