package dev.palisade.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.engine.Prebuilt;
import dev.palisade.e2e.engine.Pulumi;
import dev.palisade.e2e.standin.StandIns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The dev stack, brought up by the real engine with the real API server behind its Kubernetes provider. */
final class Platform implements AutoCloseable {
    /** The service's namespace. */
    static final String NAMESPACE = "palisade";

    private final Cluster cluster;
    private final StandIns standIns;
    private final Pulumi pulumi;

    private Platform(Cluster cluster, StandIns standIns, Pulumi pulumi) {
        this.cluster = cluster;
        this.standIns = standIns;
        this.pulumi = pulumi;
    }

    /** Brings it up; the service is ready when this returns. */
    static Platform start(Path scratch) throws IOException {
        var cluster = Cluster.start(Files.createDirectories(scratch.resolve("machine")), ServiceImage.saved());
        try {
            var standIns = new StandIns(new KubectlApiServer(cluster.kubectl()));
            Prebuilt.java(scratch.resolve(Pulumi.PLUGINS));
            var pulumi = Pulumi.create(
                    Prebuilt.project(scratch.resolve("project")), scratch, "dev", standIns.environment());
            var platform = new Platform(cluster, standIns, pulumi);
            platform.useImage(cluster.image(Registry.SERVICE));
            platform.up();
            return platform;
        } catch (IOException | RuntimeException | AssertionError e) {
            cluster.close();
            throw e;
        }
    }

    /** Sets the service's image: the one thing about the stack that is not its own. */
    private void useImage(String image) throws IOException {
        Files.writeString(
                pulumi.settings(), Files.readString(pulumi.settings()) + "  palisade:image: " + image + "\n");
    }

    void up() {
        var up = pulumi.run("up", "--skip-preview");
        assertThat(up.exitCode()).as(up.outcome().everything()).isZero();
    }

    Cluster cluster() {
        return cluster;
    }

    @Override
    public void close() {
        standIns.close();
        cluster.close();
    }
}
