package dev.palisade.platform.workload;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.inputs.CSIVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecretKeySelectorArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeMountArgs;
import java.util.List;
import java.util.Map;

/** Brings the database's URL from Secrets Manager to the pod through the Secrets Store CSI driver. */
final class SecretMount {

    /** The provider class that the volume names, and the Kubernetes secret that the driver keeps beside it. */
    static final String NAME = "database";

    private static final String KEY = "url";

    private SecretMount() {}

    /** The spec of the {@code SecretProviderClass}. */
    static Output<Map<String, Object>> provider(Output<String> secretArn) {
        return secretArn.applyValue(arn -> Map.of(
                "provider", "aws",
                "parameters", Map.of("objects", objects(arn)),
                "secretObjects",
                        List.of(Map.of(
                                "secretName",
                                NAME,
                                "type",
                                "Opaque",
                                "data",
                                List.of(Map.of("objectName", KEY, "key", KEY))))));
    }

    private static String objects(String secretArn) {
        var object = new JsonObject();
        object.addProperty("objectName", secretArn);
        object.addProperty("objectType", "secretsmanager");
        object.addProperty("objectAlias", KEY);
        var array = new JsonArray();
        array.add(object);
        return array.toString();
    }

    static VolumeArgs volume() {
        return VolumeArgs.builder()
                .name(NAME)
                .csi(CSIVolumeSourceArgs.builder()
                        .driver("secrets-store.csi.k8s.io")
                        .readOnly(true)
                        .volumeAttributes(Map.of("secretProviderClass", NAME))
                        .build())
                .build();
    }

    static VolumeMountArgs mount() {
        return VolumeMountArgs.builder()
                .name(NAME)
                .mountPath("/mnt/secrets")
                .readOnly(true)
                .build();
    }

    static EnvVarArgs variable() {
        return EnvVarArgs.builder()
                .name("DATABASE_URL")
                .valueFrom(EnvVarSourceArgs.builder()
                        .secretKeyRef(SecretKeySelectorArgs.builder()
                                .name(NAME)
                                .key(KEY)
                                .build())
                        .build())
                .build();
    }
}
