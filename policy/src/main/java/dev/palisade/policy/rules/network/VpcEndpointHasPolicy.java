package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Glob;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.rules.iam.Documents;
import java.util.Set;

@PolicyInfo(
        title = "VPC endpoints have a policy that names accounts, actions or resources",
        severity = Severity.MEDIUM,
        rows = {Row.A2, Row.X1},
        controls = {"NIST 800-53 AC-6", "NIST 800-53 SC-7(10)", "PCI DSS 7.2.1", "SOC 2 CC6.1", "GDPR 32(1)(b)"},
        why = "Without one an intruder sends data to a bucket of his own account through your private endpoint.",
        remedy = "Allow the account's principals, or the resources that are needed.",
        snippet = "VpcEndpointArgs.builder().policy(accountOnly)")
public final class VpcEndpointHasPolicy implements ResourcePolicy {
    private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private static final Property KIND = Property.of(ENDPOINT, "vpcEndpointType");
    private static final Property POLICY = Property.of(ENDPOINT, "policy");
    private static final String[] KEYS = {
        "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:PrincipalArn", "aws:ResourceAccount", "aws:ResourceOrgID"
    };

    @Override
    public Set<String> types() {
        return Set.of(ENDPOINT);
    }

    @Override
    public Verdict check(Resource endpoint) {
        if (endpoint.get(KIND).is("GatewayLoadBalancer") == Truth.TRUE) {
            return Verdict.NOT_APPLICABLE;
        }
        return endpoint.get(POLICY).isMissing()
                ? Verdict.fail("has no policy, which allows everything")
                : Documents.each(endpoint.get(POLICY), VpcEndpointHasPolicy::judge);
    }

    private static Verdict judge(PolicyStatement statement) {
        boolean free = statement.allow()
                && statement.isForEverybody()
                && (statement.notResource()
                        || statement.resources().stream().anyMatch(VpcEndpointHasPolicy::isOfAnyAccount))
                && !statement.isBoundedBy(KEYS);
        boolean every = statement.allow()
                && (statement.notAction() || statement.actions().contains("*"));
        return Verdict.require(Truth.of(!free), "lets everybody do it to everything, or to what any account may own")
                .and(Verdict.require(Truth.of(!every), "allows every action of every service"));
    }

    /** A bucket's name is in no account: whoever finds one free that fits a wildcard owns it. */
    private static boolean isOfAnyAccount(String resource) {
        String[] segments = resource.split(":", 6);
        return segments.length < 6
                || Glob.hasWildcard(segments[4])
                || ("s3".equals(segments[2]) && Glob.hasWildcard(segments[5].replaceFirst("/.*", "")));
    }
}
