package dev.palisade.policy.rules.edge;

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

class WebAclIsLoggedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new WebAclIsLogged();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("to an encrypted group", stack(acl(), logging(), group())),
                passes(
                        "while ARNs are not known yet",
                        stack(acl(), logging().unknown("logDestinationConfigs", group()), group())),
                fails("not at all", stack(acl(), group()), "no logging configuration"),
                fails("to a group in plain text", stack(acl(), logging(), group().unset("kmsKeyId")), "encrypted"),
                fails(
                        "to a group that WAF refuses",
                        stack(acl(), logging(), group().set("name", "waf")),
                        "aws-waf-logs-"),
                fails("to nowhere", stack(acl(), logging()), "no encrypted group"),
                fails(
                        "without what is blocked",
                        stack(
                                acl(),
                                logging().set("loggingFilter.filters", List.of(Map.of("behavior", "DROP"))),
                                group()),
                        "drops"),
                fails(
                        "nothing by default",
                        stack(acl(), logging().set("loggingFilter.defaultBehavior", "DROP"), group()),
                        "drops"),
                unknown(
                        "of which ACL is not known",
                        stack(
                                acl(),
                                resource("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "x")
                                        .unknown("resourceArn"),
                                group())),
                notApplicable("no ACL", stack()));
    }

    private static ResourceBuilder acl() {
        return resource("aws:wafv2/webAcl:WebAcl", "service");
    }

    private static ResourceBuilder group() {
        return resource("aws:cloudwatch/logGroup:LogGroup", "waf")
                .set("name", "aws-waf-logs-service")
                .set("kmsKeyId", "arn:aws:kms:eu-central-1:111122223333:key/1");
    }

    private static ResourceBuilder logging() {
        return resource("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "service")
                .refer("resourceArn", acl())
                .referAll("logDestinationConfigs", group());
    }
}
