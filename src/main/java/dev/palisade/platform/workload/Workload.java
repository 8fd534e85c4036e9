package dev.palisade.platform.workload;

import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.DeploymentArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentSpecArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentStrategyArgs;
import com.pulumi.kubernetes.apps.v1.inputs.RollingUpdateDeploymentArgs;
import com.pulumi.kubernetes.autoscaling.v2.HorizontalPodAutoscaler;
import com.pulumi.kubernetes.autoscaling.v2.HorizontalPodAutoscalerArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.CrossVersionObjectReferenceArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.HorizontalPodAutoscalerSpecArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.MetricSpecArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.MetricTargetArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.ResourceMetricSourceArgs;
import com.pulumi.kubernetes.core.v1.Namespace;
import com.pulumi.kubernetes.core.v1.NamespaceArgs;
import com.pulumi.kubernetes.core.v1.Service;
import com.pulumi.kubernetes.core.v1.ServiceAccount;
import com.pulumi.kubernetes.core.v1.ServiceAccountArgs;
import com.pulumi.kubernetes.core.v1.ServiceArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServicePortArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServiceSpecArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.policy.v1.PodDisruptionBudget;
import com.pulumi.kubernetes.policy.v1.PodDisruptionBudgetArgs;
import com.pulumi.kubernetes.policy.v1.inputs.PodDisruptionBudgetSpecArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.palisade.platform.admission.Admission;
import dev.palisade.platform.kubernetes.CustomObject;
import dev.palisade.platform.kubernetes.PodSecurity;
import dev.palisade.platform.network.CidrPlan;
import dev.palisade.platform.network.Ports;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.ServiceSettings;
import dev.palisade.platform.settings.StackSettings;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Javalin service in its own namespace, behind network policies, bound to the load balancer's target group. */
public final class Workload extends Room {

    private static final int TARGET_CPU_PERCENT = 70;

    private final StackSettings settings;
    private final Optional<? extends Resource> admission;
    private final Namespace namespace;

    /**
     * Deploys the service; its binding needs the load balancer controller to run.
     *
     * @param admission what refuses unsigned images, and must stand before the first pod asks; none refuses none
     */
    public Workload(
            StackSettings settings,
            CidrPlan plan,
            Output<String> image,
            TargetGroup targetGroup,
            DatabaseSecret secret,
            Resource controller,
            Optional<? extends Resource> admission,
            ComponentResourceOptions options) {
        super("workload:Workload", "workload", options);
        this.settings = settings;
        this.admission = admission;
        namespace = namespace();
        var policies = new NetworkPolicies(settings, plan, namespace, nested());
        var limits = new NamespaceLimits(settings.service().maxReplicas(), namespace, nested());
        var account = account(secret);
        var service = service();
        var binding = binding(targetGroup, service, controller);
        if (settings.service().database()) {
            new CustomObject(
                    SecretMount.NAME,
                    "secrets-store.csi.x-k8s.io/v1",
                    "SecretProviderClass",
                    Labels.metadata(SecretMount.NAME),
                    SecretMount.provider(secret.arn()),
                    inside(namespace));
        }
        // After the binding, so that every pod gets the readiness gate by which no request is dropped.
        deployment(image, account, policies, limits, binding);
        disruptionBudget();
        autoscaler();
        finished();
    }

    /** Its token is for IAM alone, and only where there is a secret to read; no pod gets it mounted. */
    private ServiceAccount account(DatabaseSecret secret) {
        var metadata = Labels.metadata(Labels.NAME);
        var annotated = secret.readerArn()
                .map(arn -> arn.applyValue(role -> ObjectMetaArgs.builder(metadata)
                        .annotations(Map.of("eks.amazonaws.com/role-arn", role))
                        .build()))
                .orElseGet(() -> Output.of(metadata));
        return new ServiceAccount(
                "service",
                ServiceAccountArgs.builder()
                        .metadata(annotated)
                        .automountServiceAccountToken(false)
                        .build(),
                inside(namespace));
    }

    /** Without {@code networking}: the controller then changes no security group, and needs no right to. */
    private Resource binding(TargetGroup targetGroup, Resource service, Resource controller) {
        return new CustomObject(
                "service",
                "elbv2.k8s.aws/v1beta1",
                "TargetGroupBinding",
                Labels.metadata(Labels.NAME),
                targetGroup
                        .arn()
                        .applyValue(arn -> Map.of(
                                "serviceRef",
                                Map.of("name", Labels.NAME, "port", Ports.HTTP),
                                "targetGroupARN",
                                arn,
                                "targetType",
                                "ip")),
                inside(namespace, service, controller));
    }

    /** Pods that don't keep to the profile "restricted" are refused here, and where it is checked, unsigned images. */
    private Namespace namespace() {
        var labels = new TreeMap<>(PodSecurity.labels("restricted", settings));
        labels.put("elbv2.k8s.aws/pod-readiness-gate-inject", "enabled");
        admission.ifPresent(controller -> labels.put(Admission.LABEL, "true"));
        return new Namespace(
                "service",
                NamespaceArgs.builder()
                        .metadata(ObjectMetaArgs.builder()
                                .name(ServiceSettings.NAMESPACE)
                                .labels(labels)
                                .build())
                        .build(),
                inside(admission.stream().toArray(Resource[]::new)));
    }

    private Service service() {
        return new Service(
                "service",
                ServiceArgs.builder()
                        .metadata(Labels.metadata(Labels.NAME))
                        .spec(ServiceSpecArgs.builder()
                                .type("ClusterIP")
                                .selector(Labels.SELECTOR)
                                .ports(ServicePortArgs.builder()
                                        .name("http")
                                        .protocol("TCP")
                                        .port(Ports.HTTP)
                                        .targetPort(Ports.SERVICE)
                                        .build())
                                .build())
                        .build(),
                inside(namespace));
    }

    private void deployment(Output<String> image, Resource... after) {
        new Deployment(
                "service",
                DeploymentArgs.builder()
                        .metadata(Labels.metadata(Labels.NAME))
                        .spec(DeploymentSpecArgs.builder()
                                .replicas(settings.service().minReplicas())
                                .revisionHistoryLimit(5)
                                .minReadySeconds(5)
                                .selector(Labels.selector())
                                .strategy(DeploymentStrategyArgs.builder()
                                        .type("RollingUpdate")
                                        .rollingUpdate(RollingUpdateDeploymentArgs.builder()
                                                .maxUnavailable(0)
                                                .maxSurge(1)
                                                .build())
                                        .build())
                                .template(PodTemplateSpecArgs.builder()
                                        .metadata(Labels.podMetadata())
                                        .spec(ServicePod.spec(settings, image, Labels.NAME))
                                        .build())
                                .build())
                        .build(),
                CustomResourceOptions.merge(
                        inside(after),
                        CustomResourceOptions.builder()
                                // Once running, the count belongs to the autoscaler.
                                .ignoreChanges("spec.replicas")
                                .build()));
    }

    private void disruptionBudget() {
        new PodDisruptionBudget(
                "service",
                PodDisruptionBudgetArgs.builder()
                        .metadata(Labels.metadata(Labels.NAME))
                        .spec(PodDisruptionBudgetSpecArgs.builder()
                                .maxUnavailable(1)
                                .unhealthyPodEvictionPolicy("AlwaysAllow")
                                .selector(Labels.selector())
                                .build())
                        .build(),
                inside(namespace));
    }

    private void autoscaler() {
        new HorizontalPodAutoscaler(
                "service",
                HorizontalPodAutoscalerArgs.builder()
                        .metadata(Labels.metadata(Labels.NAME))
                        .spec(HorizontalPodAutoscalerSpecArgs.builder()
                                .scaleTargetRef(CrossVersionObjectReferenceArgs.builder()
                                        .apiVersion("apps/v1")
                                        .kind("Deployment")
                                        .name(Labels.NAME)
                                        .build())
                                .minReplicas(settings.service().minReplicas())
                                .maxReplicas(settings.service().maxReplicas())
                                .metrics(MetricSpecArgs.builder()
                                        .type("Resource")
                                        .resource(ResourceMetricSourceArgs.builder()
                                                .name("cpu")
                                                .target(MetricTargetArgs.builder()
                                                        .type("Utilization")
                                                        .averageUtilization(TARGET_CPU_PERCENT)
                                                        .build())
                                                .build())
                                        .build())
                                .build())
                        .build(),
                inside(namespace));
    }
}
