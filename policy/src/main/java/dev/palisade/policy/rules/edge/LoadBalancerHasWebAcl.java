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
import java.util.Set;

@PolicyInfo(
        title = "Every application load balancer stands behind a web ACL",
        severity = Severity.CRITICAL,
        rows = {Row.C11, Row.X7, Row.A4},
        controls = {
            "NIST 800-53 SC-7",
            "NIST 800-53 AC-4(21)",
            "PCI DSS 6.4.2",
            "HIPAA 164.308(a)(1)(ii)(B)",
            "SOC 2 CC6.6",
            "Security Hub ELB.16"
        },
        why = "Without an association the firewall exists and inspects nothing.",
        remedy = "Associate a regional web ACL with the load balancer's ARN.",
        snippet = "WebAclAssociationArgs.builder().resourceArn(loadBalancer.arn()).webAclArn(acl.arn())")
public final class LoadBalancerHasWebAcl implements RelationPolicy {
    private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
    private static final Property TYPE = Property.of(BALANCER, "loadBalancerType");
    private static final Property INTERNAL = Property.of(BALANCER, "internal");
    private static final Property FAIL_OPEN = Property.of(BALANCER, "enableWafFailOpen");
    private static final String ASSOCIATION = "aws:wafv2/webAclAssociation:WebAclAssociation";
    private static final Property PROTECTED = Property.of(ASSOCIATION, "resourceArn");
    private static final Property ACL = Property.of(ASSOCIATION, "webAclArn");
    private static final String WEB_ACL = "aws:wafv2/webAcl:WebAcl";
    private static final Property SCOPE = Property.of(WEB_ACL, "scope");

    @Override
    public Set<String> types() {
        return Set.of(BALANCER);
    }

    @Override
    public Verdict check(Resource balancer, Graph graph) {
        if (balancer.get(TYPE)
                        .isPresent()
                        .and(() -> balancer.get(TYPE).is("application").not())
                == Truth.TRUE) {
            return Verdict.require(
                            balancer.get(INTERNAL).isTrue(),
                            "is open to the internet, and no firewall can stand before it: loadBalancerType")
                    .and(Verdict.NOT_APPLICABLE);
        }
        Truth associated = graph.referrers(balancer, PROTECTED)
                .any(association -> graph.targets(association, ACL, WEB_ACL)
                        .any(acl -> acl.get(SCOPE).is("REGIONAL")));
        return Verdict.require(associated, "has no association with a regional web ACL of the program")
                .and(Verdict.require(
                        balancer.get(FAIL_OPEN).isTrue().not(),
                        "forwards what the firewall cannot judge: enableWafFailOpen is true"));
    }
}
