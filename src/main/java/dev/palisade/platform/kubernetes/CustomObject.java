package dev.palisade.platform.kubernetes;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import java.util.Map;

/** An object of a custom resource definition; the SDK has no class for it in Java. */
public final class CustomObject extends CustomResource {

    /** The release of the Kubernetes provider that the program is built with. */
    private static final String PROVIDER_VERSION = "4.0.0";

    /**
     * Registers the object.
     *
     * @param apiVersion group and version, e.g. {@code elbv2.k8s.aws/v1beta1}
     * @param spec plain maps, lists and values
     */
    public CustomObject(
            String name,
            String apiVersion,
            String kind,
            ObjectMetaArgs metadata,
            Output<Map<String, Object>> spec,
            CustomResourceOptions options) {
        super(
                "kubernetes:" + apiVersion + ":" + kind,
                name,
                new Args(apiVersion, kind, metadata, spec),
                CustomResourceOptions.merge(
                        CustomResourceOptions.builder()
                                .version(PROVIDER_VERSION)
                                .build(),
                        options));
    }

    @SuppressWarnings("UnusedVariable") // The SDK reads the fields by reflection.
    private static final class Args extends ResourceArgs {

        @Import(name = "apiVersion", required = true)
        private final Output<String> apiVersion;

        @Import(name = "kind", required = true)
        private final Output<String> kind;

        @Import(name = "metadata", required = true)
        private final Output<ObjectMetaArgs> metadata;

        @Import(name = "spec", required = true)
        private final Output<Map<String, Object>> spec;

        Args(String apiVersion, String kind, ObjectMetaArgs metadata, Output<Map<String, Object>> spec) {
            this.apiVersion = Output.of(apiVersion);
            this.kind = Output.of(kind);
            this.metadata = Output.of(metadata);
            this.spec = spec;
        }
    }
}
