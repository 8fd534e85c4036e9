package dev.palisade.e2e.kubernetes;

import java.time.Duration;

/** etcd, the API server, the controllers and the scheduler, as one node of EKS's side would run them. */
final class ControlPlane {
    private static final Duration START = Duration.ofMinutes(2);
    private static final String ETCD = "http://127.0.0.1:2379";

    private ControlPlane() {}

    /** Starts them; the API server answers when this returns. */
    static void start(Machine machine, Kubectl kubectl) {
        machine.daemon(
                "etcd",
                "server",
                "--data-dir=" + machine.file("etcd"),
                "--listen-client-urls=" + ETCD,
                "--advertise-client-urls=" + ETCD,
                "--listen-peer-urls=http://127.0.0.1:2380",
                "--unsafe-no-fsync",
                "--log-level=warn");
        var api = machine.daemon(
                "kube-apiserver",
                "kube-apiserver",
                "--etcd-servers=" + ETCD,
                "--bind-address=" + Addresses.NODE,
                "--advertise-address=" + Addresses.NODE,
                "--service-cluster-ip-range=" + Addresses.SERVICES,
                "--authorization-mode=Node,RBAC",
                "--enable-admission-plugins=NodeRestriction",
                "--allow-privileged=true",
                "--client-ca-file=" + machine.file("ca.crt"),
                "--tls-cert-file=" + machine.file("apiserver.crt"),
                "--tls-private-key-file=" + machine.file("apiserver.key"),
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-account-key-file=" + machine.file("service-account.key"),
                "--service-account-signing-key-file=" + machine.file("service-account.key"),
                "--kubelet-certificate-authority=" + machine.file("ca.crt"),
                "--kubelet-client-certificate=" + machine.file("admin.crt"),
                "--kubelet-client-key=" + machine.file("admin.key"),
                "--kubelet-preferred-address-types=InternalIP",
                "--requestheader-client-ca-file=" + machine.file("ca.crt"),
                "--requestheader-allowed-names=front-proxy",
                "--requestheader-extra-headers-prefix=X-Remote-Extra-",
                "--requestheader-group-headers=X-Remote-Group",
                "--requestheader-username-headers=X-Remote-User",
                "--proxy-client-cert-file=" + machine.file("front-proxy.crt"),
                "--proxy-client-key-file=" + machine.file("front-proxy.key"),
                "--enable-aggregator-routing=true");
        api.awaits(START, () -> kubectl.succeeds("get", "--raw", "/readyz"));
        machine.daemon(
                "kube-controller-manager",
                "kube-controller-manager",
                "--kubeconfig=" + machine.file("controller-manager.kubeconfig"),
                "--leader-elect=false",
                "--bind-address=127.0.0.1",
                "--use-service-account-credentials=true",
                "--service-account-private-key-file=" + machine.file("service-account.key"),
                "--root-ca-file=" + machine.file("ca.crt"),
                // The autoscaler looks each 15 s in a real cluster; a test need not wait for it.
                "--horizontal-pod-autoscaler-sync-period=5s");
        machine.daemon(
                "kube-scheduler",
                "kube-scheduler",
                "--kubeconfig=" + machine.file("scheduler.kubeconfig"),
                "--leader-elect=false",
                "--bind-address=127.0.0.1");
    }
}
