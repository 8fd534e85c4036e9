package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.CONTAINER;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.rules.kubernetes.Compliant.workload;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class ContainerHasHealthChecksTest implements PolicyCases {
    private static final String LIVENESS = CONTAINER + "livenessProbe";
    private static final String READINESS = CONTAINER + "readinessProbe";
    private static final String STARTUP = CONTAINER + "startupProbe";

    @Override
    public Policy policy() {
        return new ContainerHasHealthChecks();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "two ways at once, which the API refuses",
                        deployment()
                                .yaml(LIVENESS + ".tcpSocket", "{port: 5000}")
                                .alone(),
                        "does not ask"),
                fails(
                        "over HTTP and gRPC at once",
                        deployment().yaml(READINESS + ".grpc", "{port: 5000}").alone(),
                        "does not ask"),
                passes("both ask the service", deployment().alone()),
                passes(
                        "the port by its name",
                        deployment().with(LIVENESS + ".httpGet.port", "http").alone()),
                passes(
                        "a delay instead of a startup probe",
                        deployment()
                                .without(STARTUP)
                                .with(LIVENESS + ".initialDelaySeconds", 10)
                                .alone()),
                passes(
                        "over gRPC",
                        deployment().yaml(LIVENESS, "{grpc: {port: 5000}}").alone()),
                fails("no startup probe", deployment().without(STARTUP).alone(), "while it starts"),
                fails("no liveness probe", deployment().without(LIVENESS).alone(), "has no livenessProbe"),
                fails("no readiness probe", deployment().without(READINESS).alone(), "has no readinessProbe"),
                fails(
                        "a port that nobody listens on",
                        deployment().with(READINESS + ".httpGet.port", 5001).alone(),
                        "does not ask"),
                fails(
                        "a path with a blank",
                        deployment().with(STARTUP + ".httpGet.path", "/live ").alone(),
                        "startupProbe that"),
                fails("no path", deployment().without(STARTUP + ".httpGet.path").alone(), "startupProbe that"),
                fails(
                        "another host",
                        deployment()
                                .with(LIVENESS + ".httpGet.host", "example.com")
                                .alone(),
                        "does not ask"),
                fails(
                        "a command",
                        deployment()
                                .yaml(LIVENESS, "{exec: {command: ['true']}}")
                                .alone(),
                        "does not ask"),
                fails(
                        "an open socket alone",
                        deployment()
                                .yaml(READINESS, "{tcpSocket: {port: 5000}}")
                                .alone(),
                        "does not ask"),
                fails(
                        "no question at all",
                        deployment().yaml(READINESS, "{periodSeconds: 5}").alone(),
                        "does not ask"),
                fails(
                        "the same for both",
                        deployment()
                                .with(READINESS + ".httpGet.path", "/health/live")
                                .alone(),
                        "the same for"),
                passes(
                        "commands where no port is to be asked",
                        deployment()
                                .without(CONTAINER + "ports")
                                .without(STARTUP)
                                .yaml(LIVENESS, "{exec: {command: [/app/alive]}, initialDelaySeconds: 10}")
                                .yaml(READINESS, "{exec: {command: [/app/ready]}}")
                                .alone()),
                fails(
                        "a command that always agrees, where no port is to be asked",
                        deployment()
                                .without(CONTAINER + "ports")
                                .without(STARTUP)
                                .yaml(LIVENESS, "{exec: {command: [/app/alive]}, initialDelaySeconds: 10}")
                                .yaml(READINESS, "{exec: {command: ['/bin/true']}}")
                                .alone(),
                        "does not ask"),
                fails(
                        "HTTP and HTTPS on one port",
                        deployment().with(LIVENESS + ".httpGet.scheme", "HTTPS").alone(),
                        "scheme"),
                unknown(
                        "a probe is not known yet",
                        deployment().unknown(LIVENESS).alone()),
                unknown(
                        "the port is not known yet",
                        deployment().unknown(LIVENESS + ".httpGet.port").alone()),
                notApplicable("a Job", workload(Workloads.JOB).alone()));
    }
}
