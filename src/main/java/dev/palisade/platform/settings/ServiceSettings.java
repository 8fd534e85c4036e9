package dev.palisade.platform.settings;

import java.util.List;
import java.util.Optional;

/** The Javalin service. */
public record ServiceSettings(
        Optional<String> image,
        int minReplicas,
        int maxReplicas,
        List<String> corsOrigins,
        boolean database,
        AuthSettings auth) {

    public ServiceSettings {
        corsOrigins = List.copyOf(corsOrigins);
    }

    /** The Kubernetes namespace of the service. */
    public static final String NAMESPACE = "palisade";

    static ServiceSettings read(SettingsReader reader) {
        var service = new ServiceSettings(
                reader.optionalText(
                        "image", Shape.IMAGE, "The service's image; without one it is built from app/ and pushed."),
                reader.number("replicasMin", 2, 100, 2, "Pods that always run."),
                reader.number("replicasMax", 2, 100, 6, "Pods that may run under load."),
                reader.texts("corsOrigins", Shape.ORIGIN, 0, "Origins whose pages may call the service."),
                reader.flag(
                        "database",
                        false,
                        "Keep the data in PostgreSQL in the data tier; its URL must be in the stack's secret first."),
                AuthSettings.read(reader));
        if (service.maxReplicas < service.minReplicas) {
            reader.reject("replicasMax", "replicasMin or more", String.valueOf(service.maxReplicas));
        }
        return service;
    }
}
