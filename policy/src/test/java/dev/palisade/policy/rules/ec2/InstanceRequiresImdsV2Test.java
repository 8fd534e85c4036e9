package dev.palisade.policy.rules.ec2;

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

class InstanceRequiresImdsV2Test implements PolicyCases {
    @Override
    public Policy policy() {
        return new InstanceRequiresImdsV2();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("tokens and one hop", stack(template())),
                passes(
                        "no metadata at all",
                        stack(template().set("metadataOptions", Map.of("httpEndpoint", "disabled")))),
                fails("tokens optional", stack(template().set("metadataOptions.httpTokens", "optional")), "httpTokens"),
                fails("nothing said", stack(template().unset("metadataOptions")), "httpTokens"),
                fails("two hops", stack(template().set("metadataOptions.httpPutResponseHopLimit", 2)), "pods"),
                fails("the default hops", stack(template().unset("metadataOptions.httpPutResponseHopLimit")), "pods"),
                fails("by IPv6", stack(template().set("metadataOptions.httpProtocolIpv6", "enabled")), "IPv6"),
                fails("an instance", stack(resource("aws:ec2/instance:Instance", "x")), "httpTokens"),
                fails(
                        "a launch configuration",
                        stack(resource("aws:ec2/launchConfiguration:LaunchConfiguration", "x")),
                        "httpTokens"),
                unknown("not known yet", stack(template().unknown("metadataOptions"))),
                notApplicable("no template", stack()));
    }

    private static ResourceBuilder template() {
        return resource("aws:ec2/launchTemplate:LaunchTemplate", "node")
                .set("metadataOptions.httpTokens", "required")
                .set("metadataOptions.httpPutResponseHopLimit", 1);
    }
}
