package dev.palisade.platform.workload;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.annotations.ResourceType;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;

/** Keeps a target group filled with the addresses of a Service's pods: a resource of the load balancer controller. */
@SuppressWarnings("UnusedVariable") // The SDK reads the fields by reflection.
@ResourceType(type = TargetGroupBinding.TYPE)
final class TargetGroupBinding extends CustomResource {

    static final String TYPE = "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding";

    /** The release of the Kubernetes provider that the program is built with. */
    private static final String PROVIDER_VERSION = "4.0.0";

    TargetGroupBinding(String name, Args args, CustomResourceOptions options) {
        super(
                TYPE,
                name,
                args,
                CustomResourceOptions.merge(
                        CustomResourceOptions.builder()
                                .version(PROVIDER_VERSION)
                                .build(),
                        options));
    }

    /** The whole object. */
    static final class Args extends ResourceArgs {

        @Import(name = "apiVersion", required = true)
        private final Output<String> apiVersion = Output.of("elbv2.k8s.aws/v1beta1");

        @Import(name = "kind", required = true)
        private final Output<String> kind = Output.of("TargetGroupBinding");

        @Import(name = "metadata", required = true)
        private final Output<ObjectMetaArgs> metadata;

        @Import(name = "spec", required = true)
        private final Output<Spec> spec;

        Args(ObjectMetaArgs metadata, Spec spec) {
            this.metadata = Output.of(metadata);
            this.spec = Output.of(spec);
        }
    }

    /**
     * Without {@code networking}: the controller then changes no security group, and needs no right to. The target type
     * is always {@code ip}.
     */
    static final class Spec extends ResourceArgs {

        @Import(name = "serviceRef", required = true)
        private final Output<ServiceReference> serviceRef;

        @Import(name = "targetGroupARN", required = true)
        private final Output<String> targetGroupArn;

        @Import(name = "targetType", required = true)
        private final Output<String> targetType = Output.of("ip");

        Spec(ServiceReference serviceRef, Output<String> targetGroupArn) {
            this.serviceRef = Output.of(serviceRef);
            this.targetGroupArn = targetGroupArn;
        }
    }

    /** A Service and one of its ports, in the binding's namespace. */
    static final class ServiceReference extends ResourceArgs {

        @Import(name = "name", required = true)
        private final Output<String> name;

        @Import(name = "port", required = true)
        private final Output<Integer> port;

        ServiceReference(String name, int port) {
            this.name = Output.of(name);
            this.port = Output.of(port);
        }
    }
}
