package dev.palisade.e2e.kubernetes;

import java.io.IOException;
import java.time.Duration;

/** PostgreSQL from Debian's package, outside of the cluster where the stack's policies let the service reach it. */
final class Database {
    private static final Duration START = Duration.ofMinutes(1);
    private static final String PASSWORD = "stand-in";

    private Database() {}

    /** Starts it; it answers when this returns. */
    static void start(Machine machine) throws IOException {
        var daemon = machine.daemon(
                "database",
                Machine.outside(
                        "sh",
                        Resources.copy("database.sh", machine.file("")).toString(),
                        Addresses.DATABASE,
                        PASSWORD,
                        Addresses.PODS));
        daemon.awaits(START, () -> daemon.everything().contains("ready to accept connections"));
    }

    /** What the service's secret holds. */
    static String url() {
        return "postgresql://service:%s@%s:5432/service".formatted(PASSWORD, Addresses.DATABASE);
    }
}
