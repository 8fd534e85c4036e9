package dev.palisade.platform.workload;

import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import dev.palisade.platform.settings.ServiceSettings;
import java.util.Map;

/** The service's name and labels: what selects must say the same as what is selected. */
final class Labels {

    /** The name of the service's Deployment, Service and the rest. */
    static final String NAME = "service";

    static final Map<String, String> SELECTOR = Map.of("app.kubernetes.io/name", NAME);

    private static final Map<String, String> ALL = Map.of(
            "app.kubernetes.io/name", NAME,
            "app.kubernetes.io/part-of", "palisade",
            "app.kubernetes.io/managed-by", "pulumi");

    private Labels() {}

    /** Metadata of an object in the service's namespace. */
    static ObjectMetaArgs metadata(String name) {
        return ObjectMetaArgs.builder()
                .name(name)
                .namespace(ServiceSettings.NAMESPACE)
                .labels(ALL)
                .build();
    }

    /** Metadata of the pods, which have no name of their own. */
    static ObjectMetaArgs podMetadata() {
        return ObjectMetaArgs.builder().labels(ALL).build();
    }

    static LabelSelectorArgs selector() {
        return LabelSelectorArgs.builder().matchLabels(SELECTOR).build();
    }
}
