package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.Arguments;
import dev.palisade.policy.framework.Parameter;
import dev.palisade.policy.framework.Parameterised;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An ephemeral container cannot have resources; the API refuses them there. */
@PolicyInfo(
        title = "Containers ask for resources and have limits that bound them",
        severity = Severity.MEDIUM,
        rows = Row.C3,
        controls = {"NIST 800-53 SC-5", "NIST 800-53 SC-6", "SOC 2 A1.1", "GDPR 32(1)(b)", "HIPAA 164.308(a)(7)(i)"},
        why = "Without limits one pod starves its neighbours; without requests the scheduler packs them too tight.",
        remedy =
                "Set requests and limits for cpu and memory, requests not above limits, limits not above what one node can spare.",
        snippet = """
                ResourceRequirementsArgs.builder()
                        .requests(Map.of("cpu", "250m", "memory", "384Mi"))
                        .limits(Map.of("cpu", "1", "memory", "512Mi"))""")
public final class ContainerResourcesAreBounded extends PodPolicy implements Parameterised {
    private static final Property REQUESTS = Property.of(Workloads.POD, "spec.containers[].resources.requests");
    private static final Property LIMITS = Property.of(Workloads.POD, "spec.containers[].resources.limits");
    private static final Property INIT = Property.of(Workloads.POD, "spec.initContainers");
    private static final String DISK = "ephemeral-storage";
    private static final Quantity MOST_DISK = Quantity.of("20Gi");
    private static final Parameter MAX_CPU =
            Parameter.number("maxCpuCores", 4, "The most cores that a container's limit may be.");
    private static final Parameter MAX_MEMORY =
            Parameter.number("maxMemoryMebibytes", 4096, "The most memory that a container's limit may be, in MiB.");

    private final Map<String, Quantity> most;

    public ContainerResourcesAreBounded() {
        this(Arguments.fallbacks(List.of(MAX_CPU, MAX_MEMORY)));
    }

    private ContainerResourcesAreBounded(Arguments arguments) {
        most = new TreeMap<>(Map.of(
                "cpu", Quantity.of(Math.round(arguments.number(MAX_CPU) * 1_000) + "m"),
                "memory", Quantity.of(Math.round(arguments.number(MAX_MEMORY)) + "Mi")));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(MAX_CPU, MAX_MEMORY);
    }

    @Override
    public Policy with(Arguments arguments) {
        return new ContainerResourcesAreBounded(arguments);
    }

    @Override
    Verdict check(PodSpec pod) {
        List<Container> all = new ArrayList<>(pod.services());
        pod.get(INIT).items().forEach(value -> all.add(new Container(pod, value)));
        return all.stream().map(this::check).reduce(Verdict.PASS, Verdict::and);
    }

    private Verdict check(Container container) {
        Verdict verdict = container.require(
                Quantity.is(container.get(LIMITS).field(DISK), max -> max.isPositiveUpTo(MOST_DISK))
                        .and(Quantity.is(container.get(REQUESTS).field(DISK), Quantity::isPositive)),
                "may fill its node's disk: no sensible resources for ephemeral-storage");
        for (Map.Entry<String, Quantity> bound : most.entrySet()) {
            String kind = bound.getKey();
            Value request = container.get(REQUESTS).field(kind);
            Value limit = container.get(LIMITS).field(kind);
            verdict = verdict.and(container.require(
                            Quantity.is(request, Quantity::isPositive), "asks for no " + kind + ": resources.requests"))
                    .and(container.require(
                            Quantity.is(limit, max -> max.isPositiveUpTo(bound.getValue())),
                            "has no sensible bound for " + kind + ": resources.limits"))
                    .and(container.require(
                            Quantity.atMost(request, limit), "asks for more " + kind + " than its limit"));
        }
        return verdict;
    }
}
