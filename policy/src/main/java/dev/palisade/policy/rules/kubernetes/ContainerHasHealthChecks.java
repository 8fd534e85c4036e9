package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;

/** Probes ask the service itself: over HTTP or gRPC, on a port that it listens on. */
@PolicyInfo(
        title = "Containers have liveness and readiness probes that ask the service",
        severity = Severity.MEDIUM,
        rows = Row.C4,
        controls = {"NIST 800-53 SI-13", "NIST 800-53 CP-10", "SOC 2 A1.2", "HIPAA 164.308(a)(7)(i)", "GDPR 32(1)(b)"},
        why =
                "Without a readiness probe requests go to pods that cannot answer; without a liveness probe a dead one stays.",
        remedy = "Give both probes an httpGet on a containerPort, and let readiness ask for more than liveness.",
        snippet = """
                ContainerArgs.builder()
                        .livenessProbe(probe("/health/live", 10, 3))
                        .readinessProbe(probe("/health/ready", 5, 2))""")
public final class ContainerHasHealthChecks extends ServingPolicy {
    private static final Property LIVENESS = Property.of(Workloads.POD, "spec.containers[].livenessProbe");
    private static final Property READINESS = Property.of(Workloads.POD, "spec.containers[].readinessProbe");
    private static final Property STARTUP = Property.of(Workloads.POD, "spec.containers[].startupProbe");
    private static final Property DELAY =
            Property.of(Workloads.POD, "spec.containers[].livenessProbe.initialDelaySeconds");
    private static final Property PORTS = Property.of(Workloads.POD, "spec.containers[].ports");
    private static final Property NUMBER = Property.of(Workloads.POD, "spec.containers[].ports[].containerPort");
    private static final Property NAME = Property.of(Workloads.POD, "spec.containers[].ports[].name");
    private static final Property EXEC = Property.of(Workloads.POD, "spec.containers[].livenessProbe.exec");
    private static final Property HTTP = Property.of(Workloads.POD, "spec.containers[].livenessProbe.httpGet");
    private static final Property TCP = Property.of(Workloads.POD, "spec.containers[].livenessProbe.tcpSocket");
    private static final Property GRPC = Property.of(Workloads.POD, "spec.containers[].livenessProbe.grpc");
    private static final Property PORT = Property.of(Workloads.POD, "spec.containers[].livenessProbe.httpGet.port");
    private static final Property PATH = Property.of(Workloads.POD, "spec.containers[].livenessProbe.httpGet.path");
    private static final Property SCHEME = Property.of(Workloads.POD, "spec.containers[].livenessProbe.httpGet.scheme");
    private static final Property COMMAND = Property.of(Workloads.POD, "spec.containers[].livenessProbe.exec.command");
    private static final Property HOST = Property.of(Workloads.POD, "spec.containers[].livenessProbe.httpGet.host");

    @Override
    Verdict check(Container container, PodSpec pod) {
        Verdict verdict = Verdict.PASS;
        for (Property kind : List.of(LIVENESS, READINESS)) {
            verdict = verdict.and(container.require(container.get(kind).isPresent(), "has no " + name(kind)));
        }
        for (Property kind : List.of(LIVENESS, READINESS, STARTUP)) {
            Value probe = container.get(kind);
            verdict = verdict.and(container.require(
                    Paths.absentOr(probe, asks(probe, container)),
                    "has a " + name(kind) + " that does not ask the service"));
        }
        verdict = verdict.and(container.require(
                container
                        .get(STARTUP)
                        .isPresent()
                        .or(container.get(LIVENESS).get(DELAY).atLeast(5)),
                "is killed while it starts: neither startupProbe nor livenessProbe.initialDelaySeconds"));
        Value live = container.get(LIVENESS).get(HTTP);
        Value ready = container.get(READINESS).get(HTTP);
        verdict = verdict.and(container.require(
                live.get(PORT).equals(ready.get(PORT))
                        ? secure(live)
                                .and(secure(ready))
                                .or(secure(live).or(secure(ready)).not())
                        : Truth.TRUE,
                "speaks HTTP and HTTPS on one port: the probes' scheme"));
        boolean same = !live.isMissing() && live.equals(ready) && !live.hasUnknown();
        return verdict.and(container.require(
                Truth.of(!same), "asks the same for liveness and readiness: a pod that is only busy is killed"));
    }

    private static String name(Property kind) {
        return kind.path().get(2);
    }

    private static Truth asks(Value probe, Container container) {
        Value http = probe.get(HTTP);
        Value grpc = probe.get(GRPC);
        Truth overHttp = http.isPresent()
                .and(() -> http.get(PATH).matches(path -> path.matches("/\\S*")))
                .and(() -> http.get(HOST).isPresent().not())
                .and(() -> listens(container, http.get(PORT)));
        Truth overGrpc = grpc.isPresent().and(() -> listens(container, grpc.get(PORT)));
        Truth byCommand = container.get(PORTS).hasItems().not().and(() -> isCommand(probe.get(EXEC)));
        Truth one = probe.get(EXEC)
                .isPresent()
                .or(probe.get(TCP).isPresent())
                .or(http.isPresent().and(grpc.isPresent()))
                .not();
        return overHttp.or(overGrpc).and(one).or(byCommand);
    }

    private static Truth secure(Value http) {
        return http.get(SCHEME).is("HTTPS");
    }

    /** What has no port to be asked on can only be asked by a command, which must be able to say no. */
    private static Truth isCommand(Value exec) {
        return exec.get(COMMAND).hasItems().and(() -> exec.get(COMMAND)
                .any(word -> word.matches(text -> text.matches("(/usr)?(/bin/)?true|:|exit 0")))
                .not());
    }

    private static Truth listens(Container container, Value port) {
        return port.text()
                .map(text -> container.get(PORTS).any(own -> own.get(NUMBER)
                        .is(text)
                        .or(() -> own.get(NAME).is(text))))
                .orElse(port.isUnknown() ? Truth.UNKNOWN : Truth.FALSE);
    }
}
