package dev.palisade.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.palisade.e2e.engine.Command;
import dev.palisade.e2e.engine.Prebuilt;
import dev.palisade.e2e.engine.Pulumi;
import dev.palisade.e2e.engine.Repository;
import dev.palisade.e2e.standin.StandIns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The dev stack, brought up by the real engine with the real API server behind its Kubernetes provider. */
final class Platform implements AutoCloseable {
    /** The service's namespace. */
    static final String NAMESPACE = "palisade";

    private static final Duration SETTLED = Duration.ofMinutes(2);

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
            var pulumi =
                    Pulumi.create(Prebuilt.project(scratch.resolve("project")), scratch, "dev", standIns.environment());
            var platform = new Platform(cluster, standIns, pulumi);
            // The one thing about the stack that is not its own.
            platform.set("palisade:image", cluster.image(Registry.SERVICE));
            platform.up();
            return platform;
        } catch (IOException | RuntimeException | AssertionError e) {
            cluster.close();
            throw e;
        }
    }

    /** Adds a setting to the stack's own. */
    void set(String key, String value) throws IOException {
        Files.writeString(
                pulumi.settings(),
                Files.readString(pulumi.settings())
                        .replaceFirst("config:\n", "config:\n  " + key + ": " + value + "\n"));
    }

    void up() {
        var up = pulumi.run("up", "--skip-preview");
        assertThat(up.exitCode()).as(up.outcome().everything()).isZero();
    }

    /** Looks at what is really there, and makes it what the program wants. */
    void refreshAndUp() {
        var refresh = pulumi.run("refresh", "--skip-preview");
        assertThat(refresh.exitCode()).as(refresh.outcome().everything()).isZero();
        up();
    }

    /** Takes the stack down; neither its state nor the stand-ins' cloud keeps anything. */
    void destroy() {
        var destroy = pulumi.run("destroy", "--skip-preview");
        assertThat(destroy.exitCode()).as(destroy.outcome().everything()).isZero();
        assertThat(standIns.cloud().things()).isEmpty();
    }

    /** Runs kubectl in the service's namespace; what it prints. */
    String inNamespace(String... words) {
        var all = new ArrayList<>(List.of("--namespace=" + NAMESPACE));
        all.addAll(Arrays.asList(words));
        return cluster.kubectl().text(all.toArray(String[]::new));
    }

    /** The names of the service's pods that are not about to end. */
    List<String> pods() {
        var pods = new ArrayList<String>();
        for (var pod : list()) {
            if (pod.at("/metadata/deletionTimestamp").isMissingNode()) {
                pods.add(pod.at("/metadata/name").asText());
            }
        }
        return pods;
    }

    /** How many of the service's pods are ready. */
    int ready() {
        int ready = 0;
        for (var pod : list()) {
            ready += pod.at("/status/containerStatuses/0/ready").asBoolean() ? 1 : 0;
        }
        return ready;
    }

    private JsonNode list() {
        return cluster.kubectl()
                .json("--namespace=" + NAMESPACE, "get", "pods", "--selector=app.kubernetes.io/name=service")
                .path("items");
    }

    /** Waits until these pods are gone and all others are ready. */
    void settle(List<String> gone) {
        Waiting.until(
                "all pods to be ready",
                SETTLED,
                () -> {
                    var names = new ArrayList<String>();
                    list().forEach(it -> names.add(it.at("/metadata/name").asText()));
                    return names.stream().noneMatch(gone::contains) && ready() == names.size();
                },
                () -> inNamespace("get", "pods"));
    }

    /** How often this pod's container has been started again. */
    int restarts(String pod) {
        return Integer.parseInt(
                inNamespace("get", "pod", pod, "--output=jsonpath={.status.containerStatuses[0].restartCount}"));
    }

    /** Waits until this pod's container has been started again more often than so and is ready. */
    void awaitRestart(String pod, int before) {
        Waiting.until(
                pod + " to restart",
                SETTLED,
                () -> restarts(pod) > before && ready() == pods().size(),
                () -> inNamespace("describe", "pod", pod));
    }

    Cluster cluster() {
        return cluster;
    }

    /** The address by which the load balancer reaches the service. */
    String entrance() {
        return "http://" + inNamespace("get", "service", "service", "--output=jsonpath={.spec.clusterIP}");
    }

    /** Runs the users' script as one who stands where the load balancer does. */
    Command.Outcome verify() {
        return cluster.machine()
                .run(Machine.outside(
                        "env",
                        "IMAGE=" + cluster.image(Registry.TOOLS),
                        "ELSEWHERE=" + Addresses.INTERNET + ":443",
                        Repository.root().resolve("docs/verify.sh").toString(),
                        entrance() + "/health/live",
                        Addresses.DATABASE + ":5432"));
    }

    @Override
    public void close() {
        standIns.close();
        cluster.close();
    }
}
