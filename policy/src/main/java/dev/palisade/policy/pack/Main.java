package dev.palisade.policy.pack;

import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.internal.SerializingExecutor;
import io.grpc.okhttp.OkHttpServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/** Starts the pack as the language host expects it: the port alone on standard output, then service until killed. */
public final class Main {
    private static final int LARGEST_MESSAGE_BYTES = 400 * 1024 * 1024;

    private Main() {}

    /**
     * Serves until the engine ends the process.
     *
     * @param args the engine's address, which the pack does not need
     * @throws IOException if no port can be had
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        AnalyzerServer pack = loading();
        Server server = started(pack);
        System.out.println(server.getPort());
        System.out.flush();
        // The engine reads no more than the port there; whatever a library prints belongs to its log.
        System.setOut(System.err);
        pack.getReady();
        server.awaitTermination();
    }

    /** The pack, which loads its policies while the engine connects. */
    static AnalyzerServer loading() {
        return new AnalyzerServer(CompletableFuture.supplyAsync(Declared::inTheCatalogue), Clock.systemUTC());
    }

    /** Lets what is written go out where it is written: only what waits for the engine needs a thread of its own. */
    private static void run(Runnable task) {
        if (task instanceof SerializingExecutor) {
            task.run();
        } else {
            Thread thread = new Thread(task, "engine");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** A pack on a free port of the loopback address. */
    static Server started(AnalyzerServer pack) throws IOException {
        return OkHttpServerBuilder.forPort(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), InsecureServerCredentials.create())
                .maxInboundMessageSize(LARGEST_MESSAGE_BYTES)
                // The engine asks one thing after another and waits: another thread would only cost the change to it.
                .directExecutor()
                .transportExecutor(Main::run)
                .addService(pack)
                .build()
                .start();
    }
}
