package dev.palisade.e2e.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;

/** A node: containerd, the kubelet, kube-proxy and the enforcer of network policies. */
final class Worker {
    static final String NAME = "node-1";

    private static final Duration START = Duration.ofMinutes(2);
    /** Where containerd finds the registry. */
    static final String REGISTRY = "127.0.0.1:5000";

    private Worker() {}

    /** Starts it; the node is ready when this returns. */
    static void start(Machine machine, Kubectl kubectl) throws IOException {
        var directory = Map.of("directory", machine.file("").toString());
        Resources.copy("pods.conflist", Files.createDirectories(machine.file("cni")), Map.of());
        var hosts = Files.createDirectories(machine.file("registries").resolve("registry.test"));
        Files.writeString(hosts.resolve("hosts.toml"), """
                [host."http://%s"]
                  capabilities = ["pull", "resolve"]
                """.formatted(REGISTRY));
        var containerd = machine.daemon(
                "containerd",
                "containerd",
                "--config=" + Resources.copy("containerd.toml", machine.file(""), directory));
        containerd.awaits(START, () -> machine.run("ctr", "version").exitCode() == 0);
        var configuration = Resources.copy(
                "kubelet.yaml",
                machine.file(""),
                Map.of(
                        "directory", machine.file("").toString(),
                        "node", Addresses.NODE,
                        "dns", Addresses.DNS_SERVICE));
        var kubelet = machine.daemon(
                "kubelet",
                "kubelet",
                "--config=" + configuration,
                "--kubeconfig=" + machine.file("kubelet.kubeconfig"),
                "--root-dir=" + machine.file("kubelet"),
                "--cert-dir=" + machine.file("kubelet/pki"),
                "--hostname-override=" + NAME,
                "--node-ip=" + Addresses.NODE,
                "--node-labels=topology.kubernetes.io/zone=eu-central-1a");
        machine.daemon(
                "kube-proxy",
                "kube-proxy",
                "--kubeconfig=" + machine.file("admin.kubeconfig"),
                "--hostname-override=" + NAME,
                "--proxy-mode=nftables",
                // All of the VPC, as on EKS: the load balancer's address arrives at the pod as it is.
                "--cluster-cidr=" + Addresses.VPC,
                "--conntrack-max-per-core=0",
                "--bind-address=127.0.0.1",
                "--healthz-bind-address=127.0.0.1:10256",
                "--metrics-bind-address=127.0.0.1:10249",
                "--nodeport-addresses=127.0.0.0/8");
        kubelet.awaits(START, () -> kubectl.text("get", "nodes").contains(" Ready"));
        machine.daemon(
                "kube-router",
                "kube-router",
                "--kubeconfig=" + machine.file("admin.kubeconfig"),
                "--hostname-override=" + NAME,
                "--run-firewall=true",
                "--run-router=false",
                "--run-service-proxy=false",
                "--service-cluster-ip-range=" + Addresses.SERVICES,
                "--health-port=0");
    }
}
