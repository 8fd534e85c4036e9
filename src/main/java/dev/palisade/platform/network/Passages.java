package dev.palisade.platform.network;

import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;

/** Opens one port from a security group to another: a rule on either side, both naming the other group. */
record Passages(Resource parent) {

    void between(
            String from,
            Output<String> fromId,
            String to,
            Output<String> toId,
            String protocol,
            int port,
            String description) {
        var inside = CustomResourceOptions.builder().parent(parent).build();
        new SecurityGroupEgressRule(
                "%s-to-%s-%s-%d".formatted(from, to, protocol, port),
                SecurityGroupEgressRuleArgs.builder()
                        .securityGroupId(fromId)
                        .referencedSecurityGroupId(toId)
                        .description(description)
                        .ipProtocol(protocol)
                        .fromPort(port)
                        .toPort(port)
                        .build(),
                inside);
        new SecurityGroupIngressRule(
                "%s-from-%s-%s-%d".formatted(to, from, protocol, port),
                SecurityGroupIngressRuleArgs.builder()
                        .securityGroupId(toId)
                        .referencedSecurityGroupId(fromId)
                        .description(description)
                        .ipProtocol(protocol)
                        .fromPort(port)
                        .toPort(port)
                        .build(),
                inside);
    }
}
