package dev.palisade.app;

import dev.palisade.app.settings.Settings;
import dev.palisade.app.settings.SettingsException;
import java.util.Map;

/** Starts the service with the settings of the environment. */
public final class Main {
    private static final int BAD_SETTINGS = 2;

    private Main() {}

    /** Runs until the process is told to stop; exits with 2 if a setting is bad. */
    public static void main(String[] arguments) {
        run(System.getenv());
    }

    /** Starts the service with these variables. */
    static void run(Map<String, String> variables) {
        try {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(Service.start(Settings.read(variables))::close, "shutdown"));
        } catch (SettingsException e) {
            System.err.println("palisade: " + e.getMessage());
            System.exit(BAD_SETTINGS);
        }
    }
}
