package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;

/** Objects by which a program could go round what other policies judge, whatever they contain. */
@PolicyInfo(
        title = "No object goes round Services, access entries, storage classes or admission",
        severity = Severity.HIGH,
        rows = {Row.C13, Row.C2, Row.A4},
        controls = {
            "CIS EKS 4.1.8",
            "CIS EKS 5.1.1",
            "NIST 800-53 AC-6(10)",
            "NIST 800-53 CM-5",
            "PCI DSS 7.2.2",
            "SOC 2 CC6.3"
        },
        why = "The aws-auth map lets anybody in, hand-written endpoints and webhooks see others' traffic, "
                + "a volume of the node is the node.",
        remedy = "Use access entries, selectors, the stack's storage class and webhooks that fail closed.",
        snippet = "AccessEntryArgs.builder().clusterName(cluster.name()).principalArn(roleArn)")
public final class ClusterIsNotTamperedWith implements ResourcePolicy {
    /** What the API server, the resolver and the nodes' network read. */
    private static final String[] SYSTEM_MAPS = {
        "coredns", "kube-proxy", "kube-proxy-config", "amazon-vpc-cni", "extension-apiserver-authentication"
    };

    private static final String SECRET = "kubernetes:core/v1:Secret";
    private static final String VOLUME = "kubernetes:core/v1:PersistentVolume";
    private static final String PRIORITY = "kubernetes:scheduling.k8s.io/v1:PriorityClass";
    private static final String ENDPOINTS = "kubernetes:core/v1:Endpoints";
    private static final String SLICE = "kubernetes:discovery.k8s.io/v1:EndpointSlice";
    private static final String HOOKS = "kubernetes:admissionregistration.k8s.io/v1:";
    private static final String MUTATING = HOOKS + "MutatingWebhookConfiguration";
    private static final String VALIDATING = HOOKS + "ValidatingWebhookConfiguration";
    private static final Property DRIVER = Property.of(VOLUME, "spec.csi.driver");
    private static final Property VALUE = Property.of(PRIORITY, "value");
    private static final Property GLOBAL = Property.of(PRIORITY, "globalDefault");
    private static final Property TYPE = Property.of(SECRET, "type");
    private static final Property MUTATING_HOOKS = Property.of(MUTATING, "webhooks");
    private static final Property VALIDATING_HOOKS = Property.of(VALIDATING, "webhooks");
    private static final Property FAILURE = Property.of(MUTATING, "webhooks[].failurePolicy");
    private static final Property CLIENT = Property.of(MUTATING, "webhooks[].clientConfig");
    private static final Property RULES = Property.of(MUTATING, "webhooks[].rules");
    private static final Property RULED = Property.of(MUTATING, "webhooks[].rules[].resources");
    private static final Property URL = Property.of(MUTATING, "webhooks[].clientConfig.url");

    @Override
    public Set<String> types() {
        return Set.of(ConfigMaps.TYPE, SECRET, VOLUME, PRIORITY, ENDPOINTS, SLICE, MUTATING, VALIDATING);
    }

    @Override
    public Verdict check(Resource object) {
        return switch (object.type()) {
            case ConfigMaps.TYPE ->
                Verdict.require(
                        Metadata.name(object)
                                .is("aws-auth")
                                .or(() -> Truth.of("kube-system".equals(Metadata.namespace(object)))
                                        .and(Metadata.name(object).isOneOf(SYSTEM_MAPS)))
                                .not(),
                        "takes the place of a map that runs the cluster: aws-auth, coredns or the like");
            case SECRET ->
                Verdict.require(
                        object.get(TYPE)
                                .is("kubernetes.io/service-account-token")
                                .not(),
                        "holds a token of a service account that never expires");
            case VOLUME ->
                Verdict.require(
                        object.get(DRIVER).isOneOf("ebs.csi.aws.com", "efs.csi.aws.com"),
                        "is a directory of its node, or lies outside of AWS: spec.csi.driver");
            case PRIORITY ->
                Verdict.require(
                        object.get(GLOBAL).isTrue().not().and(object.get(VALUE).atMost(1_000_000)),
                        "goes before the cluster's own pods: value or globalDefault");
            case MUTATING -> hooks(object.get(MUTATING_HOOKS));
            case VALIDATING -> hooks(object.get(VALIDATING_HOOKS));
            default -> Verdict.fail("leads a Service to addresses that nobody checks");
        };
    }

    private static Verdict hooks(Value hooks) {
        return Verdict.require(
                        hooks.any(hook -> hook.get(RULES).any(rule -> rule.get(RULED)
                                        .any(kind -> kind.matches(name -> name.contains("*")))))
                                .not(),
                        "judges or changes objects of every kind: rules.resources")
                .and(Verdict.require(
                        hooks.all(hook -> hook.get(FAILURE).is("Ignore").not()),
                        "is skipped when it fails: failurePolicy is Ignore"))
                .and(Verdict.require(
                        hooks.all(hook -> hook.get(CLIENT).get(URL).isPresent().not()),
                        "sends every object out of the cluster: clientConfig.url"));
    }
}
