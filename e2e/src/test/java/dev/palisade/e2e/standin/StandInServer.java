package dev.palisade.e2e.standin;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** One stand-in provider on a loopback port of its own. */
final class StandInServer implements AutoCloseable {
    /** Whole stacks travel in one message. */
    private static final int LARGEST_MESSAGE_BYTES = 400 << 20;

    private final Server server;

    /**
     * Starts it.
     *
     * @param api the API server behind the Kubernetes provider, or empty for the cloud in memory
     * @param die what dying means
     * @throws IOException when no port can be had
     */
    StandInServer(StandInPackage self, Optional<ApiServer> api, Cloud cloud, Behaviour behaviour, Runnable die)
            throws IOException {
        var garbler = new Garbler();
        var provider = provider(self, api, cloud, behaviour, garbler, die);
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .maxInboundMessageSize(LARGEST_MESSAGE_BYTES)
                .addService(garbler.over(provider))
                .build()
                .start();
    }

    private static StandInProvider provider(
            StandInPackage self,
            Optional<ApiServer> api,
            Cloud cloud,
            Behaviour behaviour,
            Garbler garbler,
            Runnable die) {
        if (self == StandInPackage.KUBERNETES && api.isPresent()) {
            return new StandInKubernetes(api.get(), cloud, behaviour, garbler, die);
        }
        return self == StandInPackage.EKS
                ? new StandInEks(cloud, behaviour, garbler, die)
                : new StandInProvider(self, cloud, behaviour, garbler, die);
    }

    int port() {
        return server.getPort();
    }

    void await() throws InterruptedException {
        server.awaitTermination();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
