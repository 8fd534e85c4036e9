package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@PolicyInfo(
        title = "Nothing rewires the API server, the network or the nodes of the cluster",
        severity = Severity.HIGH,
        rows = {Row.C9, Row.C13, Row.A4},
        controls = {"NIST 800-53 CM-5", "NIST 800-53 CM-7", "NIST 800-53 AC-6(1)", "PCI DSS 1.2.1", "SOC 2 CC8.1"},
        why =
                "Such an object changes what the others mean: who answers for an API, which network policies count, what a node is.",
        remedy = "Leave it out, or write down in an exemption what it is for.",
        snippet =
                "NetworkPolicySpecArgs.builder().podSelector(Labels.selector()) // in place of an APIService, a Node or the like")
public final class ClusterIsNotRewired implements ResourcePolicy {
    private static final String SERVER = "takes calls of the API server over: ";
    private static final String TRAFFIC = "leads traffic past what network policies and the load balancer admit: ";
    private static final String NODES = "makes or changes nodes that no node group knows: ";
    private static final Map<String, String> DOORS = Map.ofEntries(
            Map.entry("kubernetes:certificates.k8s.io/v1:CertificateSigningRequest", SERVER),
            Map.entry("kubernetes:flowcontrol.apiserver.k8s.io/v1:FlowSchema", SERVER),
            Map.entry("kubernetes:admissionregistration.k8s.io/v1alpha1:MutatingAdmissionPolicy", SERVER),
            Map.entry("kubernetes:admissionregistration.k8s.io/v1beta1:MutatingAdmissionPolicy", SERVER),
            Map.entry("kubernetes:admissionregistration.k8s.io/v1:MutatingAdmissionPolicy", SERVER),
            Map.entry("kubernetes:policy.sigstore.dev/v1alpha1:TrustRoot", SERVER),
            Map.entry("kubernetes:external-secrets.io/v1:ClusterSecretStore", SERVER),
            Map.entry("kubernetes:external-secrets.io/v1beta1:ClusterSecretStore", SERVER),
            Map.entry("kubernetes:networking.k8s.io/v1:IngressClass", TRAFFIC),
            Map.entry("kubernetes:elbv2.k8s.aws/v1beta1:IngressClassParams", TRAFFIC),
            Map.entry("kubernetes:gateway.networking.k8s.io/v1:Gateway", TRAFFIC),
            Map.entry("kubernetes:gateway.networking.k8s.io/v1:HTTPRoute", TRAFFIC),
            Map.entry("kubernetes:policy.networking.k8s.io/v1alpha1:AdminNetworkPolicy", TRAFFIC),
            Map.entry("kubernetes:policy.networking.k8s.io/v1alpha1:BaselineAdminNetworkPolicy", TRAFFIC),
            Map.entry("kubernetes:cilium.io/v2:CiliumNetworkPolicy", TRAFFIC),
            Map.entry("kubernetes:cilium.io/v2:CiliumClusterwideNetworkPolicy", TRAFFIC),
            Map.entry("kubernetes:projectcalico.org/v3:GlobalNetworkPolicy", TRAFFIC),
            Map.entry("kubernetes:crd.k8s.amazonaws.com/v1alpha1:ENIConfig", TRAFFIC),
            Map.entry("kubernetes:vpcresources.k8s.aws/v1beta1:SecurityGroupPolicy", TRAFFIC),
            Map.entry("kubernetes:core/v1:Node", NODES),
            Map.entry("kubernetes:core/v1:Binding", NODES),
            Map.entry("kubernetes:node.k8s.io/v1:RuntimeClass", NODES),
            Map.entry("kubernetes:storage.k8s.io/v1:CSIDriver", NODES),
            Map.entry("kubernetes:storage.k8s.io/v1:VolumeAttachment", NODES),
            Map.entry("kubernetes:karpenter.sh/v1:NodePool", NODES),
            Map.entry("kubernetes:karpenter.k8s.aws/v1:EC2NodeClass", NODES),
            Map.entry("kubernetes:eks.amazonaws.com/v1:NodeClass", NODES));
    private static final String SERVICE = "kubernetes:apiregistration.k8s.io/v1:APIService";
    private static final String DEFINITION = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";
    private static final Property CONVERTED = Property.of(DEFINITION, "spec.conversion.webhook.clientConfig.url");
    private static final Property UNVERIFIED = Property.of(SERVICE, "spec.insecureSkipTLSVerify");

    @Override
    public Set<String> types() {
        return Stream.concat(DOORS.keySet().stream(), Stream.of(SERVICE, DEFINITION))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Verdict check(Resource object) {
        if (SERVICE.equals(object.type())) {
            return Verdict.require(
                    Paths.isOff(object.get(UNVERIFIED)),
                    "is asked without a look at its certificate: insecureSkipTLSVerify");
        }
        if (DEFINITION.equals(object.type())) {
            return Verdict.require(
                    object.get(CONVERTED).isPresent().not(),
                    "sends its objects out of the cluster to be converted: clientConfig.url");
        }
        String kind = object.type().substring(object.type().lastIndexOf(':') + 1);
        return Verdict.fail(Objects.requireNonNull(DOORS.get(object.type())) + kind);
    }
}
