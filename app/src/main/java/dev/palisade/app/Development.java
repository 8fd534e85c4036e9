package dev.palisade.app;

import java.util.HashMap;

/** Starts the service on a developer's machine, without authentication. The jar, and so the image, lacks this class. */
public final class Development {
    private Development() {}

    /** Runs with the settings of the environment; where they name no issuer, everybody may do everything. */
    public static void main(String[] arguments) throws InterruptedException {
        var variables = new HashMap<>(System.getenv());
        if (!variables.containsKey("AUTH_ISSUER")) {
            variables.putIfAbsent("AUTH_DISABLED", "true");
        }
        Main.run(variables);
        Thread.currentThread().join();
    }
}
