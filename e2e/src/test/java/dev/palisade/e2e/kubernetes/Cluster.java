package dev.palisade.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.engine.Tools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A whole cluster of one node on a {@link Machine}. */
final class Cluster implements AutoCloseable {
    private final Machine machine;
    private final Kubectl kubectl;
    private final Map<String, String> images;

    private Cluster(Machine machine, Kubectl kubectl, Map<String, String> images) {
        this.machine = machine;
        this.kubectl = kubectl;
        this.images = images;
    }

    /**
     * Starts it; pods run and find names when this returns.
     *
     * @param scratch an empty directory
     * @param service the saved image of the service
     */
    static Cluster start(Path scratch, Path service) throws IOException {
        var programs = Tools.kubernetes();
        var machine = Machine.start(scratch, programs, Tools.metricsServer());
        try {
            var made = machine.run(
                    "sh",
                    Resources.copy("certificates.sh", scratch).toString(),
                    scratch.toString(),
                    Addresses.NODE,
                    Addresses.API_SERVICE);
            assertThat(made.exitCode()).as(made.everything()).isZero();
            var kubectl = new Kubectl(machine);
            var images = Registry.start(machine, programs, service);
            ControlPlane.start(machine, kubectl);
            Worker.start(machine, kubectl);
            var values = Map.of("node", Addresses.NODE, "dns", Addresses.DNS_SERVICE);
            for (var each : new String[] {"dns.yaml", "absent.yaml", "metrics.yaml"}) {
                var applied = kubectl.run(
                        "apply",
                        "--filename",
                        Resources.copy(each, scratch, values).toString());
                assertThat(applied.exitCode()).as(applied.everything()).isZero();
            }
            machine.daemon("secrets", "secrets", machine.file("kubelet").toString(), Database.url());
            machine.daemon(
                    "metrics-server",
                    "metrics-server",
                    "--kubeconfig=" + machine.file("admin.kubeconfig"),
                    "--authentication-kubeconfig=" + machine.file("admin.kubeconfig"),
                    "--authorization-kubeconfig=" + machine.file("admin.kubeconfig"),
                    "--bind-address=" + Addresses.NODE,
                    "--secure-port=4443",
                    "--cert-dir=" + machine.file("metrics"),
                    "--kubelet-certificate-authority=" + machine.file("ca.crt"),
                    "--kubelet-preferred-address-types=InternalIP",
                    "--metric-resolution=10s",
                    "--kubelet-request-timeout=5s");
            Database.start(machine);
            machine.daemon("elsewhere", Machine.outside("probe", "serve", "80", "443"));
            kubectl.text("--namespace=kube-system", "rollout", "status", "deployment/coredns", "--timeout=120s");
            return new Cluster(machine, kubectl, images);
        } catch (IOException | RuntimeException | AssertionError e) {
            machine.close();
            throw e;
        }
    }

    Kubectl kubectl() {
        return kubectl;
    }

    Machine machine() {
        return machine;
    }

    /** An image of the registry by its digest. */
    String image(String name) {
        var digest = images.get(name);
        if (digest == null) {
            throw new IllegalArgumentException(name + " is not among " + images.keySet());
        }
        return Registry.HOST + "/" + name.substring(0, name.indexOf(':')) + "@" + digest;
    }

    @Override
    public void close() {
        machine.close();
    }
}
