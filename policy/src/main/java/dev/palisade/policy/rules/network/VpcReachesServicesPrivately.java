package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "A cluster's VPC reaches the AWS services it needs through endpoints",
        severity = Severity.LOW,
        rows = {Row.A2, Row.X11},
        controls = {
            "CIS EKS 5.4.2",
            "NIST 800-53 SC-7(4)",
            "PCI DSS 1.4.1",
            "SOC 2 CC6.6",
            "Security Hub EC2.55",
            "Security Hub EC2.56"
        },
        why = "Without endpoints images, tokens and logs travel over the internet, and egress cannot be closed.",
        remedy = "Add the endpoint that is missing.",
        snippet =
                "VpcEndpointArgs.builder().vpcId(vpc.id()).serviceName(\"com.amazonaws.eu-central-1.ecr.dkr\").vpcEndpointType(\"Interface\")")
public final class VpcReachesServicesPrivately implements RelationPolicy {
    private static final String VPC = "aws:ec2/vpc:Vpc";
    private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private static final Property OF = Property.of(ENDPOINT, "vpcId");
    private static final Property SERVICE = Property.of(ENDPOINT, "serviceName");
    private static final List<String> SERVICES = List.of(
            "s3",
            "ecr.api",
            "ecr.dkr",
            "sts",
            "logs",
            "ec2",
            "eks",
            "eks-auth",
            "kms",
            "secretsmanager",
            "elasticloadbalancing");

    @Override
    public Set<String> types() {
        return Set.of(VPC);
    }

    @Override
    public Verdict check(Resource vpc, Graph graph) {
        if (graph.ofType("aws:eks/cluster:Cluster").isEmpty()) {
            return Verdict.NOT_APPLICABLE;
        }
        Targets endpoints = graph.referrers(vpc, OF);
        Verdict verdict = Verdict.PASS;
        for (String service : SERVICES) {
            Truth reached = endpoints.any(endpoint -> endpoint.get(SERVICE)
                    .matches(name -> name.matches("com\\.amazonaws\\.[a-z0-9-]+\\." + service.replace(".", "\\."))));
            verdict = verdict.and(Verdict.require(reached, "has no endpoint for " + service));
        }
        return verdict;
    }
}
