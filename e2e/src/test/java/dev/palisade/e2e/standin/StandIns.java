package dev.palisade.e2e.standin;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All stand-ins in this process, over one cloud that outlives every engine: for many runs and for faults. */
public final class StandIns implements AutoCloseable {
    private final Optional<ApiServer> api;
    private final Cloud cloud = new Cloud();
    private final Behaviour behaviour = new Behaviour();
    private final Map<StandInPackage, StandInServer> servers = new EnumMap<>(StandInPackage.class);

    /**
     * Starts them.
     *
     * @throws IOException when no port can be had
     */
    public StandIns() throws IOException {
        this(Optional.empty());
    }

    /**
     * Starts them, the one for Kubernetes before a real API server.
     *
     * @throws IOException when no port can be had
     */
    public StandIns(ApiServer api) throws IOException {
        this(Optional.of(api));
    }

    private StandIns(Optional<ApiServer> api) throws IOException {
        this.api = api;
        revive();
    }

    /** Starts those that died; the cloud stays as it is. */
    public void revive() throws IOException {
        close();
        for (var each : StandInPackage.values()) {
            servers.put(each, new StandInServer(each, api, cloud, behaviour, () -> die(each)));
        }
    }

    private void die(StandInPackage dying) {
        var server = servers.get(dying);
        if (server != null) {
            server.close();
        }
    }

    /** What exists now. */
    public Cloud cloud() {
        return cloud;
    }

    /** How they behave. */
    public Behaviour behaviour() {
        return behaviour;
    }

    /** What makes the CLI attach to these in place of starting plugins. */
    public Map<String, String> environment() {
        return Map.of(
                "PULUMI_DEBUG_PROVIDERS",
                Arrays.stream(StandInPackage.values())
                        .map(it -> it.packageName() + ":" + server(it).port())
                        .collect(Collectors.joining(",")));
    }

    private StandInServer server(StandInPackage of) {
        var server = servers.get(of);
        if (server == null) {
            throw new IllegalStateException("closed");
        }
        return server;
    }

    @Override
    public void close() {
        servers.values().forEach(StandInServer::close);
        servers.clear();
    }
}
