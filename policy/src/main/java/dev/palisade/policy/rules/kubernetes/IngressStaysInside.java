package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

/** An Ingress has a controller make a load balancer of its own, which no policy about the edge can see. */
@PolicyInfo(
        title = "No Ingress opens a second entrance from the internet",
        severity = Severity.HIGH,
        rows = {Row.A4, Row.C10, Row.C11},
        controls = {"NIST 800-53 SC-7(3)", "CIS EKS 5.4.5", "PCI DSS 1.4.2", "SOC 2 CC6.6"},
        why = "The entrance that it makes has no proved TLS, firewall or logs.",
        remedy = "Add a listener rule and a TargetGroupBinding instead, or keep the Ingress internal, with TLS.",
        snippet = "annotations(Map.of(\"alb.ingress.kubernetes.io/scheme\", \"internal\"))")
public final class IngressStaysInside implements ResourcePolicy {
    private static final String INGRESS = "kubernetes:networking.k8s.io/v1:Ingress";
    private static final Property TLS = Property.of(INGRESS, "spec.tls");

    @Override
    public Set<String> types() {
        return Set.of(INGRESS);
    }

    @Override
    public Verdict check(Resource ingress) {
        return Verdict.require(
                        Metadata.annotations(ingress)
                                .field("alb.ingress.kubernetes.io/scheme")
                                .is("internal"),
                        "may open an entrance from the internet: alb.ingress.kubernetes.io/scheme is not internal")
                .and(Verdict.require(ingress.get(TLS).hasItems(), "serves plain HTTP: spec.tls is empty"));
    }
}
