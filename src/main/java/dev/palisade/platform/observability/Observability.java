package dev.palisade.platform.observability;

import com.pulumi.aws.cloudwatch.LogMetricFilter;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.cluster.Cluster;
import dev.palisade.platform.edge.Edge;
import dev.palisade.platform.kms.EncryptionKey;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import dev.palisade.platform.storage.AccessLogs;

/** What watches the platform, and tells people. */
public final class Observability extends Room {

    private final Dashboard dashboard;

    /** Watches the cluster, the edge and the account. */
    public Observability(
            StackSettings settings,
            Cluster cluster,
            Edge edge,
            EncryptionKey logsKey,
            AccessLogs accessLogs,
            ComponentResourceOptions options) {
        super("observability:Observability", "observability", options);
        for (var signal : AuditSignal.values()) {
            new LogMetricFilter(
                    signal.label(), signal.filter(settings, cluster.logs().name()), inside());
        }
        new Trail(settings, logsKey, accessLogs, nested());
        var alerts = new Alerts(settings, nested());
        new Alarms(settings, edge, alerts.topicArn(), nested());
        new Findings(settings, alerts.topicArn(), nested());
        new Detection(settings, nested());
        new Spending(settings, nested());
        dashboard = new Dashboard(settings, edge, nested());
        finished();
    }

    /** Where the dashboard is found in the console. */
    public String dashboardUrl() {
        return dashboard.url();
    }
}
