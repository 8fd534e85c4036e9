package dev.palisade.app.http;

import dev.palisade.app.Client;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks HTTP byte by byte, as no well-behaved client would. */
final class RawConnection implements AutoCloseable {
    private final Socket socket;

    RawConnection(Client client) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), client.port());
        socket.setSoTimeout(20_000);
    }

    RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** What the service answers until it closes the connection or pauses. */
    String answer() throws IOException {
        var buffer = new byte[64 * 1024];
        var length = socket.getInputStream().read(buffer);
        return length < 0 ? "" : new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
