package dev.palisade.app.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Clients that hold their connections open, each after two requests. */
record Crowd(int port, List<SocketChannel> connections) implements AutoCloseable {

    /** The server may keep for a connection what its requests have in common, from the second on. */
    private static final int REQUESTS = 2;

    /** So many clients that have been answered and stay. */
    static Crowd of(int size, int port) throws IOException {
        var crowd = new Crowd(port, new ArrayList<>());
        // With the headers that clients send: the server may keep some of them for each connection.
        var request = StandardCharsets.US_ASCII.encode("""
                GET /api/data HTTP/1.1
                Host: x
                User-Agent: crowd/1.0
                Accept: application/json
                Accept-Language: en

                """.replace("\n", "\r\n"));
        var answer = ByteBuffer.allocate(4096);
        for (var i = 0; i < size; i++) {
            var connection = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            crowd.connections.add(connection);
            for (var j = 0; j < REQUESTS; j++) {
                connection.write(request.rewind());
                connection.read(answer.clear());
            }
        }
        return crowd;
    }

    /**
     * Sends a body so many times at one time, on connections of their own, and waits for every answer: their status, or 0
     * where the service hung up, as it may when it reads a body no further.
     */
    List<Integer> posts(String body, int times) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = "POST /api/data HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + bytes.length + "\r\n\r\n";
        var posting = new ArrayList<Socket>();
        try {
            for (var i = 0; i < times; i++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                posting.add(socket);
                write(socket, head.getBytes(StandardCharsets.US_ASCII));
                write(socket, Arrays.copyOf(bytes, bytes.length - 1));
            }
            // Now that most are held, they end together.
            for (var socket : posting) {
                write(socket, new byte[] {bytes[bytes.length - 1]});
            }
            return posting.stream().map(Crowd::status).toList();
        } finally {
            for (var socket : posting) {
                socket.close();
            }
        }
    }

    private static void write(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException ignored) {
            // The service may hang up on a body that it reads no further; the answer is looked at either way.
        }
    }

    private static int status(Socket socket) {
        try {
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.isEmpty() ? 0 : Integer.parseInt(answer.substring(9, 12));
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        for (var connection : connections) {
            connection.close();
        }
    }
}
