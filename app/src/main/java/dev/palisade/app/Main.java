package dev.palisade.app;

import dev.palisade.app.settings.Settings;
import dev.palisade.app.settings.SettingsException;
import dev.palisade.app.telemetry.LogConfig;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the service with the settings of the environment. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final int CANNOT_START = 1;
    private static final int BAD_SETTINGS = 2;

    private Main() {}

    /** Runs until the process is told to stop; exits with 2 if a setting is bad, with 1 if
     * a port is taken or a store out of reach. */
    public static void main(String[] arguments) {
        run(System.getenv());
    }

    /** Starts the service with these variables. */
    static void run(Map<String, String> variables) {
        try {
            Runtime.getRuntime().addShutdownHook(stop(Service.start(Settings.read(variables))));
        } catch (SettingsException e) {
            fail(BAD_SETTINGS, e);
        } catch (RuntimeException e) {
            LOG.debug("the start failed", e);
            fail(CANNOT_START, e);
        }
    }

    private static Thread stop(Service service) {
        return new Thread(
                () -> {
                    service.close();
                    LogConfig.stop();
                },
                "shutdown");
    }

    private static void fail(int status, RuntimeException e) {
        LogConfig.stop();
        System.err.println("palisade: cannot start: " + e.getMessage());
        System.exit(status);
    }
}
