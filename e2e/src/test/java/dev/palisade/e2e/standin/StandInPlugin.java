package dev.palisade.e2e.standin;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** A stand-in as a plugin process: prints its port and serves until it is killed. */
public final class StandInPlugin {
    /** The variable that holds a {@link Weakening} for a plugin that the engine starts. */
    public static final String WEAKENING = "STAND_IN_WEAKENING";

    private StandInPlugin() {}

    /**
     * Serves one package.
     *
     * @param arguments the package's name; the engine's address follows and is not needed
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var behaviour = new Behaviour();
        var weakening = System.getenv(WEAKENING);
        if (weakening != null) {
            behaviour.weaken(Weakening.parse(weakening));
        }
        var self = StandInPackage.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        try (var server = new StandInServer(self, Optional.empty(), new Cloud(), behaviour, () -> Runtime.getRuntime()
                .halt(1))) {
            System.out.println(server.port());
            server.await();
        }
    }
}
