package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds that run pods, and where each keeps its pod. */
final class Workloads {
    static final String POD = "kubernetes:core/v1:Pod";
    static final String DEPLOYMENT = "kubernetes:apps/v1:Deployment";
    static final String STATEFUL_SET = "kubernetes:apps/v1:StatefulSet";
    static final String DAEMON_SET = "kubernetes:apps/v1:DaemonSet";
    static final String REPLICA_SET = "kubernetes:apps/v1:ReplicaSet";
    static final String REPLICATION_CONTROLLER = "kubernetes:core/v1:ReplicationController";
    static final String JOB = "kubernetes:batch/v1:Job";
    static final String CRON_JOB = "kubernetes:batch/v1:CronJob";
    static final String POD_TEMPLATE = "kubernetes:core/v1:PodTemplate";

    private static final Property DEPLOYMENT_POD = Property.of(DEPLOYMENT, "spec.template");
    private static final Property STATEFUL_SET_POD = Property.of(STATEFUL_SET, "spec.template");
    private static final Property DAEMON_SET_POD = Property.of(DAEMON_SET, "spec.template");
    private static final Property REPLICA_SET_POD = Property.of(REPLICA_SET, "spec.template");
    private static final Property REPLICATION_CONTROLLER_POD = Property.of(REPLICATION_CONTROLLER, "spec.template");
    private static final Property JOB_POD = Property.of(JOB, "spec.template");
    private static final Property CRON_JOB_POD = Property.of(CRON_JOB, "spec.jobTemplate.spec.template");
    private static final Property POD_TEMPLATE_POD = Property.of(POD_TEMPLATE, "template");

    private static final Map<String, Property> TEMPLATES = Map.of(
            DEPLOYMENT, DEPLOYMENT_POD,
            STATEFUL_SET, STATEFUL_SET_POD,
            DAEMON_SET, DAEMON_SET_POD,
            REPLICA_SET, REPLICA_SET_POD,
            REPLICATION_CONTROLLER, REPLICATION_CONTROLLER_POD,
            JOB, JOB_POD,
            CRON_JOB, CRON_JOB_POD,
            POD_TEMPLATE, POD_TEMPLATE_POD);

    /** All of them. */
    static final Set<String> TYPES =
            Stream.concat(Stream.of(POD), TEMPLATES.keySet().stream()).collect(Collectors.toUnmodifiableSet());

    /** Those that run until they are stopped. */
    static final Set<String> LASTING =
            Set.of(POD, DEPLOYMENT, STATEFUL_SET, DAEMON_SET, REPLICA_SET, REPLICATION_CONTROLLER);

    private Workloads() {}

    /** What has the pod's {@code metadata} and {@code spec}: the pod itself, or the template that it is made from. */
    static Value pod(Resource workload) {
        Property template = TEMPLATES.get(workload.type());
        return template == null ? workload.inputs() : workload.get(template);
    }
}
