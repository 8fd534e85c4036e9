package dev.palisade.platform.network;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;

/**
 * Joins the nodes to the group that EKS puts on the control plane's interfaces. Apart from {@link SecurityGroups}: the
 * cluster waits for those, and would wait for ever if these rules, which wait for the cluster, were among them.
 */
public final class ControlPlaneAccess extends Room {

    /** Opens what the nodes and the control plane need of each other. */
    public ControlPlaneAccess(
            StackSettings settings,
            SecurityGroups groups,
            Output<String> clusterGroup,
            ComponentResourceOptions options) {
        super("network:ControlPlaneAccess", "control-plane-access", options);
        var nodes = groups.nodes().id();
        var passages = new Passages(this);
        passages.between("nodes", nodes, "cluster", clusterGroup, "tcp", Ports.HTTPS, "Kubernetes API");
        passages.between("cluster", clusterGroup, "nodes", nodes, "tcp", Ports.KUBELET, "API server to kubelets");
        passages.between("cluster", clusterGroup, "nodes", nodes, "tcp", Ports.WEBHOOK, "API server to webhooks");
        passages.between(
                "cluster", clusterGroup, "nodes", nodes, "tcp", Ports.METRICS_SERVER, "Aggregated metrics API");
        if (settings.signer().isPresent()) {
            passages.between(
                    "cluster",
                    clusterGroup,
                    "nodes",
                    nodes,
                    "tcp",
                    Ports.SIGNATURE_WEBHOOK,
                    "API server to signatures");
        }
        finished();
    }
}
