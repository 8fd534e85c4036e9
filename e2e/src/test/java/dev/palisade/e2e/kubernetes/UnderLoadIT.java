package dev.palisade.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What users notice while pods come and go; the load balancer is a host that opens a connection for each request. */
@OnCluster
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnderLoadIT {
    private static final int CLIENTS = 2;
    private static final int REST_MS = 25;
    private static final Duration SOON = Duration.ofMinutes(2);

    @Test
    void anUpdateLosesNoRequest(Platform platform) throws IOException {
        var before = platform.pods();
        try (var load = Load.start(platform, CLIENTS, REST_MS, 0)) {
            platform.set("palisade:corsOrigins", "[\"https://www.example.com\"]");
            platform.up();
            assertThat(platform.pods()).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
            platform.settle(before);

            var figures = load.stop();
            System.out.println("rolling update: " + figures);
            assertThat(figures.lost()).isEmpty();
            assertThat(figures.good()).isGreaterThan(100);
        }
    }

    @Test
    void aDrainTakesOnePodAtATimeAndLosesNoRequest(Platform platform) {
        var before = platform.pods();
        try (var load = Load.start(platform, CLIENTS, REST_MS, 0);
                var drain = platform.cluster()
                        .machine()
                        .start(platform.cluster()
                                .kubectl()
                                .line(
                                        "drain",
                                        Worker.NAME,
                                        "--pod-selector=app.kubernetes.io/name=service",
                                        "--delete-emptydir-data",
                                        "--timeout=150s"))) {
            // No other node: the first pod's successor waits, and the budget keeps the second pod.
            Waiting.until(
                    "a pod that waits for a node",
                    SOON,
                    () -> platform.inNamespace("get", "pods").contains("Pending"),
                    () -> platform.inNamespace("get", "pods"));
            Waiting.pause(Duration.ofSeconds(8));
            assertThat(platform.pods()).containsAnyElementsOf(before);
            assertThat(drain.ended(Duration.ZERO)).isFalse();
            // As if the node's successor had come.
            platform.cluster().kubectl().text("uncordon", Worker.NAME);

            var drained = drain.await(SOON);
            assertThat(drained.exitCode()).as(drained.everything()).isZero();
            platform.settle(before);
            assertThat(platform.pods()).doesNotContainAnyElementsOf(before);

            var figures = load.stop();
            System.out.println("drain: " + figures);
            assertThat(figures.lost()).isEmpty();
        }
    }

    @Test
    void aKilledProcessCostsOnlyWhoDoesNotTryAgain(Platform platform) {
        var victim = platform.pods().get(0);
        int restarts = platform.restarts(victim);
        try (var load = Load.start(platform, CLIENTS, REST_MS, 5)) {
            var service = ServiceProcess.of(platform, victim);
            service.kill();
            platform.awaitRestart(victim, restarts);

            var figures = load.stop();
            System.out.println("SIGKILL: " + figures);
            assertThat(figures.lost()).isEmpty();
        }
    }

    @Test
    void theMemoryLimitHoldsAndOnlyTheGreedyPodFeelsIt(Platform platform) {
        var pods = platform.pods();
        var victim = pods.get(0);
        int restarts = platform.restarts(victim);
        try (var load = Load.start(platform, CLIENTS, REST_MS, 5)) {
            var service = ServiceProcess.of(platform, victim);
            var limit = service.memoryLimit();
            try (var greedy = service.takeMemory(2 * limit)) {
                platform.awaitRestart(victim, restarts);
                assertThat(greedy.ended(SOON)).isTrue();
            }
            assertThat(platform.inNamespace(
                            "get",
                            "pod",
                            victim,
                            "--output=jsonpath={.status.containerStatuses[0].lastState.terminated.reason}"))
                    .isEqualTo("OOMKilled");
            assertThat(limit).isEqualTo(512);
            assertThat(platform.pods()).containsExactlyInAnyOrderElementsOf(pods);

            var figures = load.stop();
            System.out.println("out of memory at " + limit + " MiB: " + figures);
            assertThat(figures.lost()).isEmpty();
        }
    }

    /** The last one: it leaves more pods behind. */
    @Test
    @Order(Integer.MAX_VALUE)
    void theAutoscalerAddsPodsUnderLoad(Platform platform) {
        int before = platform.pods().size();
        try (var load = Load.start(platform, 16, 0, 0)) {
            Waiting.until(
                    "more than " + before + " ready pods",
                    Duration.ofMinutes(4),
                    () -> platform.ready() > before,
                    () -> platform.inNamespace("get", "hpa,pods"));
            System.out.println(platform.inNamespace("get", "hpa", "service"));

            var figures = load.stop();
            System.out.println("autoscaler: " + figures);
            assertThat(figures.lost()).isEmpty();
        }
    }
}
