import io.javalin.Javalin;

/** The least that Javalin does: no limit, no log, no guard, no header. What the service costs is measured against it. */
final class BareJavalin {
    private BareJavalin() {}

    public static void main(String[] arguments) {
        Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.port = Integer.parseInt(System.getenv("PORT"));
                    config.routes.get("/", context -> context.result("hello"));
                    config.routes.post("/", context -> context.status(201).result(context.body()));
                })
                .start();
    }
}
