package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

@PolicyInfo(
        title = "Pods run with a service account of their own",
        severity = Severity.MEDIUM,
        rows = {Row.C13, Row.X1},
        controls = {"CIS EKS 4.1.5", "CIS EKS 5.2.1", "NIST 800-53 AC-6", "PCI DSS 7.2.1", "SOC 2 CC6.3"},
        why =
                "What is granted to the default account, every pod of the namespace may do; and what carries a role gives it to whoever runs with it.",
        remedy = "Make a ServiceAccount in the program for each workload and name it in the pod.",
        snippet =
                "PodSpecArgs.builder().serviceAccountName(account.metadata().applyValue(m -> m.name().orElseThrow()))")
public final class PodHasItsOwnServiceAccount implements RelationPolicy {
    private static final Property ACCOUNT = Property.of(Workloads.POD, "spec.serviceAccountName");

    /** The old name of the same field. */
    private static final Property OLD = Property.of(Workloads.POD, "spec.serviceAccount");

    private static final String IDENTITY = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
    private static final Property VOLUMES = Property.of(Workloads.POD, "spec.volumes");
    private static final Property CSI = Property.of(Workloads.POD, "spec.volumes[].csi");
    private static final Property DRIVER = Property.of(Workloads.POD, "spec.volumes[].csi.driver");

    /** How many workloads run with each account, by namespace and name. */
    private record Users(Map<String, Integer> counts) {
        static Users of(Graph graph) {
            Map<String, Integer> counts = new HashMap<>();
            for (Resource workload : graph.ofType(Workloads.TYPES.toArray(String[]::new))) {
                PodSpec pod = PodSpec.of(workload);
                pod.get(ACCOUNT).text().ifPresent(account -> counts.merge(key(pod, account), 1, Integer::sum));
            }
            return new Users(counts);
        }

        Truth isShared(PodSpec pod) {
            int users = pod.get(ACCOUNT)
                    .text()
                    .map(account -> counts.getOrDefault(key(pod, account), 0))
                    .orElse(0);
            return Truth.of(users > 1).and(Metadata.UNKNOWN.equals(pod.namespace()) ? Truth.UNKNOWN : Truth.TRUE);
        }

        private static String key(PodSpec pod, String account) {
            return pod.namespace() + "/" + account;
        }
    }

    @Override
    public Set<String> types() {
        return Workloads.TYPES;
    }

    @Override
    public Verdict check(Resource workload, Graph graph) {
        PodSpec pod = PodSpec.of(workload);
        Value account = pod.get(ACCOUNT);
        return Verdict.require(
                        account.matches(name -> !name.isEmpty() && !"default".equals(name)),
                        "runs with the default service account: serviceAccountName")
                .and(Verdict.require(
                        Paths.absentOr(
                                pod.get(OLD),
                                pod.get(OLD).text().map(account::is).orElse(Truth.UNKNOWN)),
                        "names two service accounts: serviceAccount, serviceAccountName"))
                .and(Verdict.require(
                        ClusterObjects.of(graph).serviceAccounts().named(pod.namespace(), account),
                        "names a service account that is not in its namespace: serviceAccountName"))
                .and(Verdict.require(
                        graph.view(Users.class, Users::of).isShared(pod).not(),
                        "runs with the service account of another workload: serviceAccountName"))
                .and(Verdict.require(
                        pod.get(VOLUMES)
                                .any(volume -> volume.get(CSI).get(DRIVER).is("secrets-store.csi.k8s.io"))
                                .and(() -> hasNoRole(pod.namespace(), account, graph))
                                .not(),
                        "mounts secrets of AWS with a service account that has no role: serviceAccountName"));
    }

    /** Whether the account is there, and nothing gives it a role. */
    private static Truth hasNoRole(String namespace, Value account, Graph graph) {
        return Truth.of(graph.ofType(IDENTITY).isEmpty())
                .and(() -> ClusterObjects.of(graph).serviceAccounts().any(namespace, one -> account.text()
                        .map(Metadata.name(one)::is)
                        .orElse(Truth.FALSE)
                        .and(() -> Metadata.annotations(one)
                                .field("eks.amazonaws.com/role-arn")
                                .isPresent()
                                .not())));
    }
}
