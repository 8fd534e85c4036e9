package dev.palisade.platform.edge;

import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionRedirectArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerAccessLogsArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerConnectionLogsArgs;
import com.pulumi.aws.lb.inputs.TargetGroupHealthCheckArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.kms.EncryptionKey;
import dev.palisade.platform.network.Network;
import dev.palisade.platform.network.Ports;
import dev.palisade.platform.network.Tier;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import dev.palisade.platform.storage.AccessLogs;
import java.util.Map;

/** The only way in: a host name, a load balancer that speaks TLS, and a firewall in front of it. */
public final class Edge extends Room {

    /** AWS's recommended policy: TLS 1.2 and 1.3 with post-quantum key exchange, forward secrecy throughout. */
    private static final String TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

    /** Shorter than the service's own, or the load balancer would reuse connections that the service has closed. */
    private static final int IDLE_TIMEOUT_SECONDS = 60;

    private final StackSettings settings;
    private final LoadBalancer loadBalancer;
    private final TargetGroup targetGroup;
    private final Waf waf;

    /** Builds the edge into the network's public tier; the firewall's logs are encrypted with {@code logsKey}. */
    public Edge(
            StackSettings settings,
            Network network,
            EncryptionKey logsKey,
            AccessLogs logs,
            ComponentResourceOptions options) {
        super("edge:Edge", "edge", options);
        this.settings = settings;
        loadBalancer = loadBalancer(network, logs);
        targetGroup = targetGroup(network);
        redirectToHttps();
        forwardHttps();
        waf = new Waf(settings, loadBalancer, logsKey, nested());
        alias();
        finished();
    }

    public LoadBalancer loadBalancer() {
        return loadBalancer;
    }

    public TargetGroup targetGroup() {
        return targetGroup;
    }

    public Waf waf() {
        return waf;
    }

    /** Where the service is reached. */
    public String url() {
        return "https://" + settings.edge().domainName();
    }

    private LoadBalancer loadBalancer(Network network, AccessLogs logs) {
        return new LoadBalancer(
                "service",
                LoadBalancerArgs.builder()
                        .loadBalancerType("application")
                        .internal(false)
                        .ipAddressType("ipv4")
                        .subnets(network.subnetIds(Tier.PUBLIC))
                        .securityGroups(
                                network.securityGroups().loadBalancer().id().applyValue(java.util.List::of))
                        .dropInvalidHeaderFields(true)
                        .desyncMitigationMode("strictest")
                        .enableHttp2(true)
                        .idleTimeout(IDLE_TIMEOUT_SECONDS)
                        // The service takes the client from the last address, the one that the load balancer adds.
                        .xffHeaderProcessingMode("append")
                        .enableDeletionProtection(settings.operations().protectData())
                        .accessLogs(LoadBalancerAccessLogsArgs.builder()
                                .bucket(logs.bucket())
                                .prefix(AccessLogs.REQUESTS)
                                .enabled(true)
                                .build())
                        .connectionLogs(LoadBalancerConnectionLogsArgs.builder()
                                .bucket(logs.bucket())
                                .prefix(AccessLogs.CONNECTIONS)
                                .enabled(true)
                                .build())
                        .tags(Map.of("Name", settings.name() + "-service"))
                        .build(),
                insideProtected(settings.operations().protectData(), logs));
    }

    private TargetGroup targetGroup(Network network) {
        return new TargetGroup(
                "service",
                TargetGroupArgs.builder()
                        .vpcId(network.vpc().id())
                        .targetType("ip")
                        .protocol("HTTP")
                        .protocolVersion("HTTP1")
                        .port(Ports.SERVICE)
                        .deregistrationDelay(30)
                        .healthCheck(TargetGroupHealthCheckArgs.builder()
                                .enabled(true)
                                .protocol("HTTP")
                                .path("/health")
                                .matcher("200")
                                .interval(10)
                                .timeout(5)
                                .healthyThreshold(2)
                                .unhealthyThreshold(3)
                                .build())
                        .tags(Map.of("Name", settings.name() + "-service"))
                        .build(),
                inside());
    }

    private void redirectToHttps() {
        new Listener(
                "http",
                ListenerArgs.builder()
                        .loadBalancerArn(loadBalancer.arn())
                        .port(Ports.HTTP)
                        .protocol("HTTP")
                        .defaultActions(ListenerDefaultActionArgs.builder()
                                .type("redirect")
                                .redirect(ListenerDefaultActionRedirectArgs.builder()
                                        .protocol("HTTPS")
                                        .port(String.valueOf(Ports.HTTPS))
                                        .statusCode("HTTP_301")
                                        .build())
                                .build())
                        .build(),
                inside());
    }

    private void forwardHttps() {
        var certificate = settings.edge().certificateArn().map(Output::of).orElseGet(() -> new Certificate(
                        settings.edge(), nested())
                .arn());
        new Listener(
                "https",
                ListenerArgs.builder()
                        .loadBalancerArn(loadBalancer.arn())
                        .port(Ports.HTTPS)
                        .protocol("HTTPS")
                        .sslPolicy(TLS_POLICY)
                        .certificateArn(certificate)
                        .defaultActions(ListenerDefaultActionArgs.builder()
                                .type("forward")
                                .targetGroupArn(targetGroup.arn())
                                .build())
                        .build(),
                inside());
    }

    private void alias() {
        new Record(
                "service",
                RecordArgs.builder()
                        .zoneId(settings.edge().hostedZoneId())
                        .name(settings.edge().domainName())
                        .type("A")
                        .aliases(RecordAliasArgs.builder()
                                .name(loadBalancer.dnsName())
                                .zoneId(loadBalancer.zoneId())
                                .evaluateTargetHealth(true)
                                .build())
                        .build(),
                inside());
    }
}
