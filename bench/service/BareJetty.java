import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/** The least that the server below Javalin does: the limit of what a service on it can reach. */
final class BareJetty {
    private BareJetty() {}

    public static void main(String[] arguments) throws Exception {
        var server = new Server(Integer.parseInt(System.getenv("PORT")));
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                var body = "POST".equals(request.getMethod())
                        ? Content.Source.asByteBuffer(request)
                        : ByteBuffer.wrap("hello".getBytes(StandardCharsets.UTF_8));
                response.write(true, body, callback);
                return true;
            }
        });
        server.start();
    }
}
