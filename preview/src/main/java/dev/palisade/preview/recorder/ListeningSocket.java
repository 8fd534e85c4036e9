package dev.palisade.preview.recorder;

import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import io.grpc.netty.shaded.io.netty.util.internal.logging.InternalLoggerFactory;
import io.grpc.netty.shaded.io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.TimeUnit;

/** A port that accepts connections at once, so that its number can be told before a server serves it. */
final class ListeningSocket implements Closeable {
    static {
        // Else Netty takes the SLF4J that the SDK brings without a backend, which complains on standard error.
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
    }

    private final ServerSocketChannel channel;
    private final NioEventLoopGroup threads = new NioEventLoopGroup(2, new DefaultThreadFactory("monitor", true));

    ListeningSocket() throws IOException {
        channel = ServerSocketChannel.open();
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** As the program is told it: host and port. */
    String address() {
        return InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + channel.socket().getLocalPort();
    }

    /** A builder of a server on this port. */
    NettyServerBuilder server() {
        return NettyServerBuilder.forAddress(channel.socket().getLocalSocketAddress())
                .channelFactory(() -> new BoundChannel(channel))
                .bossEventLoopGroup(threads)
                .workerEventLoopGroup(threads)
                // The SDK sends its log one call after the other: each thread that a call need not visit is time saved.
                .directExecutor();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
    }

    /** Netty's channel over a socket that is bound already. */
    private static final class BoundChannel extends NioServerSocketChannel {
        BoundChannel(ServerSocketChannel channel) {
            super(channel);
        }

        @Override
        protected void doBind(SocketAddress address) {
            // Bound since it was opened.
        }
    }
}
