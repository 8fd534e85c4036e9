package dev.palisade.policy.rules.ec2;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

@PolicyInfo(
        title = "Instances answer metadata requests with a session token only, and only from the node itself",
        severity = Severity.HIGH,
        rows = {Row.X1, Row.A2},
        controls = {
            "CIS AWS 5.7",
            "CIS EKS 3.1.1",
            "NIST 800-53 AC-3",
            "NIST 800-53 AC-6",
            "PCI DSS 2.2.6",
            "SOC 2 CC6.1",
            "Security Hub EC2.8",
            "Security Hub EC2.170",
            "Security Hub AutoScaling.4"
        },
        why = "A pod, or a request forged through one, that reaches the metadata takes the node's role.",
        remedy = "Require tokens and leave the answer one hop: a pod is the second.",
        snippet = "LaunchTemplateMetadataOptionsArgs.builder().httpTokens(\"required\").httpPutResponseHopLimit(1)")
public final class InstanceRequiresImdsV2 implements ResourcePolicy {
    private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
    private static final String INSTANCE = "aws:ec2/instance:Instance";
    private static final String CONFIGURATION = "aws:ec2/launchConfiguration:LaunchConfiguration";
    private static final Property TEMPLATE_OPTIONS = Property.of(TEMPLATE, "metadataOptions");
    private static final Property INSTANCE_OPTIONS = Property.of(INSTANCE, "metadataOptions");
    private static final Property CONFIGURATION_OPTIONS = Property.of(CONFIGURATION, "metadataOptions");
    private static final Map<String, Property> OPTIONS = Map.of(
            TEMPLATE, TEMPLATE_OPTIONS,
            INSTANCE, INSTANCE_OPTIONS,
            CONFIGURATION, CONFIGURATION_OPTIONS);
    private static final Property ENDPOINT = Property.of(TEMPLATE, "metadataOptions.httpEndpoint");
    private static final Property TOKENS = Property.of(TEMPLATE, "metadataOptions.httpTokens");
    private static final Property HOPS = Property.of(TEMPLATE, "metadataOptions.httpPutResponseHopLimit");
    private static final Property IPV6 = Property.of(TEMPLATE, "metadataOptions.httpProtocolIpv6");

    @Override
    public Set<String> types() {
        return OPTIONS.keySet();
    }

    @Override
    public Verdict check(Resource resource) {
        Value options = resource.get(Objects.requireNonNull(OPTIONS.get(resource.type())));
        Truth off = options.get(ENDPOINT).is("disabled");
        // Two hops are the default of an account or an image; one must be asked for.
        return Verdict.require(
                        off.or(options.get(TOKENS).is("required")),
                        "answers without a token: httpTokens is not required")
                .and(Verdict.require(
                        off.or(options.get(HOPS).atMost(1)), "answers pods: httpPutResponseHopLimit is not 1"))
                .and(Verdict.require(
                        off.or(options.get(IPV6).is("enabled").not()), "answers by IPv6: httpProtocolIpv6 is enabled"));
    }
}
