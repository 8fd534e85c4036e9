package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.graph.Graph;

/** What policies look up by namespace, found once for a graph. */
record ClusterObjects(
        InNamespace networkPolicies,
        InNamespace services,
        InNamespace serviceAccounts,
        InNamespace quotas,
        InNamespace limitRanges,
        InNamespace budgets,
        InNamespace autoscalers,
        InNamespace workloads) {
    static final String NETWORK_POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
    static final String SERVICE = "kubernetes:core/v1:Service";
    static final String SERVICE_ACCOUNT = "kubernetes:core/v1:ServiceAccount";
    static final String NAMESPACE = "kubernetes:core/v1:Namespace";
    static final String QUOTA = "kubernetes:core/v1:ResourceQuota";
    static final String LIMIT_RANGE = "kubernetes:core/v1:LimitRange";
    static final String BUDGET = "kubernetes:policy/v1:PodDisruptionBudget";
    static final String AUTOSCALER = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";

    static ClusterObjects of(Graph graph) {
        return graph.view(ClusterObjects.class, ClusterObjects::find);
    }

    private static ClusterObjects find(Graph graph) {
        return new ClusterObjects(
                new InNamespace(graph, NETWORK_POLICY),
                new InNamespace(graph, SERVICE),
                new InNamespace(graph, SERVICE_ACCOUNT),
                new InNamespace(graph, QUOTA),
                new InNamespace(graph, LIMIT_RANGE),
                new InNamespace(graph, BUDGET),
                new InNamespace(graph, AUTOSCALER),
                new InNamespace(graph, Workloads.TYPES.toArray(String[]::new)));
    }
}
