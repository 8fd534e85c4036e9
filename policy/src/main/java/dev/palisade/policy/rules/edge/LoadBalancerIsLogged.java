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
        title = "Load balancers log requests and connections to a bucket of the program",
        severity = Severity.MEDIUM,
        rows = {Row.X9},
        controls = {
            "CIS EKS 5.4.5",
            "NIST 800-53 AU-12",
            "PCI DSS 10.2.1",
            "HIPAA 164.312(b)",
            "SOC 2 CC7.2",
            "Security Hub ELB.5"
        },
        why = "After an incident these logs alone say who asked for what.",
        remedy = "Switch both logs on.",
        snippet = "LoadBalancerAccessLogsArgs.builder().bucket(logs.bucket()).enabled(true)")
public final class LoadBalancerIsLogged implements RelationPolicy {
    private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
    private static final Property TYPE = Property.of(BALANCER, "loadBalancerType");
    private static final Property ACCESS = Property.of(BALANCER, "accessLogs.enabled");
    private static final Property ACCESS_BUCKET = Property.of(BALANCER, "accessLogs.bucket");
    private static final Property CONNECTIONS = Property.of(BALANCER, "connectionLogs.enabled");
    private static final Property CONNECTION_BUCKET = Property.of(BALANCER, "connectionLogs.bucket");
    private static final String BUCKET = "aws:s3/bucketV2:BucketV2";
    private static final String OLD_BUCKET = "aws:s3/bucket:Bucket";

    @Override
    public Set<String> types() {
        return Set.of(BALANCER);
    }

    @Override
    public Verdict check(Resource balancer, Graph graph) {
        if (balancer.get(TYPE).is("gateway") == Truth.TRUE) {
            return Verdict.NOT_APPLICABLE;
        }
        Verdict verdict = Verdict.require(
                        balancer.get(ACCESS).isTrue(), "logs no requests: accessLogs.enabled is not true")
                .and(Verdict.require(
                        graph.targets(balancer, ACCESS_BUCKET, BUCKET, OLD_BUCKET)
                                .exist(),
                        "logs requests to no bucket of the program"));
        if (balancer.get(TYPE).is("network") == Truth.TRUE) {
            return verdict;
        }
        return verdict.and(Verdict.require(
                        balancer.get(CONNECTIONS).isTrue(), "logs no connections: connectionLogs.enabled is not true"))
                .and(Verdict.require(
                        graph.targets(balancer, CONNECTION_BUCKET, BUCKET, OLD_BUCKET)
                                .exist(),
                        "logs connections to no bucket of the program"));
    }
}
