package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;

/** The one door from the load balancer to the pods. */
@PolicyInfo(
        title = "Target group bindings tie a Service of the stack to a target group of the stack",
        severity = Severity.HIGH,
        rows = {Row.A1, Row.A4},
        controls = {"NIST 800-53 SC-7", "PCI DSS 1.4.2", "SOC 2 CC6.6"},
        why =
                "A binding to a foreign target group hands the service to another load balancer, without this one's firewall.",
        remedy = "Name the stack's target group and Service, the target type ip, and leave networking out.",
        snippet = "new TargetGroupBinding.Spec(new ServiceReference(Labels.NAME, Ports.HTTP), targetGroup.arn())")
public final class TargetGroupBindingLeadsToTheService implements RelationPolicy {
    private static final String BINDING = "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding";
    private static final String TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";
    private static final String GATE = "elbv2.k8s.aws/pod-readiness-gate-inject";
    private static final Property ARN = Property.of(BINDING, "spec.targetGroupARN");
    private static final Property TARGET_TYPE = Property.of(BINDING, "spec.targetType");
    private static final Property NETWORKING = Property.of(BINDING, "spec.networking");
    private static final Property SERVICE_NAME = Property.of(BINDING, "spec.serviceRef.name");
    private static final Property SERVICE_PORT = Property.of(BINDING, "spec.serviceRef.port");
    private static final Property PORTS = Property.of(ClusterObjects.SERVICE, "spec.ports");
    private static final Property PORT = Property.of(ClusterObjects.SERVICE, "spec.ports[].port");
    private static final Property PORT_NAME = Property.of(ClusterObjects.SERVICE, "spec.ports[].name");

    @Override
    public Set<String> types() {
        return Set.of(BINDING);
    }

    @Override
    public Verdict check(Resource binding, Graph graph) {
        Value type = binding.get(TARGET_TYPE);
        Truth service = ClusterObjects.of(graph).services().any(Metadata.namespace(binding), one -> same(
                        Metadata.name(one), binding.get(SERVICE_NAME))
                .and(() -> one.get(PORTS).any(port -> same(port.get(PORT), binding.get(SERVICE_PORT))
                        .or(() -> same(port.get(PORT_NAME), binding.get(SERVICE_PORT))))));
        return Verdict.require(
                        graph.targets(binding, ARN, TARGET_GROUP).exist(),
                        "binds a target group that is not the stack's: spec.targetGroupARN")
                .and(Verdict.require(
                        service, "binds a Service or a port that its namespace does not have: spec.serviceRef"))
                .and(Verdict.require(type.is("ip"), "leads through every node: spec.targetType is not ip"))
                .and(Verdict.require(
                        gated(binding, graph),
                        "sends requests to pods that are not registered yet: its namespace lacks the label " + GATE))
                .and(Verdict.require(
                        binding.get(NETWORKING).isPresent().not(),
                        "lets the controller change security groups: spec.networking"));
    }

    private static Truth same(Value one, Value other) {
        return other.text().map(one::is).orElse(other.isMissing() ? Truth.FALSE : Truth.UNKNOWN);
    }

    /** A namespace from elsewhere is not the stack's to label. */
    private static Truth gated(Resource binding, Graph graph) {
        return graph.ofType(ClusterObjects.NAMESPACE).stream()
                .filter(namespace -> Metadata.name(namespace)
                        .text()
                        .filter(Metadata.namespace(binding)::equals)
                        .isPresent())
                .map(namespace -> Metadata.labels(namespace).field(GATE).is("enabled"))
                .reduce(Truth.TRUE, Truth::and);
    }
}
