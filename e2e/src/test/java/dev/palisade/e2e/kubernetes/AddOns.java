package dev.palisade.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What EKS's add-ons and the platform's charts bring: names, metrics, secrets, and kinds without their controllers. */
final class AddOns {
    private AddOns() {}

    /** Starts them; pods find names when this returns. */
    static void start(Machine machine, Kubectl kubectl) throws IOException {
        var values = Map.of("node", Addresses.NODE, "dns", Addresses.DNS_SERVICE);
        for (var each : List.of("dns.yaml", "absent.yaml", "metrics.yaml")) {
            var applied = kubectl.run(
                    "apply",
                    "--filename",
                    Resources.copy(each, machine.file(""), values).toString());
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
        kubectl.text("--namespace=kube-system", "rollout", "status", "deployment/coredns", "--timeout=120s");
    }
}
