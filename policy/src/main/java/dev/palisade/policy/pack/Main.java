package dev.palisade.policy.pack;

import dev.palisade.policy.exemption.Exemptions;
import dev.palisade.policy.rules.Catalogue;
import dev.palisade.policy.rules.Remediations;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;

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
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .maxInboundMessageSize(LARGEST_MESSAGE_BYTES)
                .addService(new AnalyzerServer(
                        Catalogue.policies(), Remediations.all(), Exemptions.declared(), Clock.systemUTC()))
                .build()
                .start();
        System.out.println(server.getPort());
        System.out.flush();
        // The engine reads no more than the port there; whatever a library prints belongs to its log.
        System.setOut(System.err);
        server.awaitTermination();
    }
}
