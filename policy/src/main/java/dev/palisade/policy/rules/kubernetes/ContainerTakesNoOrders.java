package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import java.util.Set;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "Containers of services keep no terminal open and run nothing after they start",
        severity = Severity.LOW,
        rows = {Row.C2},
        controls = {"NIST 800-53 CM-7", "PCI DSS 2.2.4", "SOC 2 CC6.8"},
        why = "A terminal waits for whoever attaches; a hook runs what no scan of the image's command sees.",
        remedy =
                "Take stdin, tty, lifecycle.postStart and the ports of shells and debuggers out; put what must happen first into the image.",
        snippet = "ContainerArgs.builder().stdin(false).tty(false)")
public final class ContainerTakesNoOrders extends PodPolicy {
    private static final Property INPUT = Property.of(Workloads.POD, "spec.containers[].stdin");
    private static final Property TERMINAL = Property.of(Workloads.POD, "spec.containers[].tty");
    private static final Property HOOK = Property.of(Workloads.POD, "spec.containers[].lifecycle.postStart");
    private static final Property START_HOST =
            Property.of(Workloads.POD, "spec.containers[].lifecycle.postStart.httpGet.host");
    private static final Property STOP_HOST =
            Property.of(Workloads.POD, "spec.containers[].lifecycle.preStop.httpGet.host");
    private static final Property LAST_WORDS =
            Property.of(Workloads.POD, "spec.containers[].lifecycle.preStop.exec.command");
    private static final Property EPHEMERAL = Property.of(Workloads.POD, "spec.ephemeralContainers");
    private static final Property PORTS = Property.of(Workloads.POD, "spec.containers[].ports");
    private static final Property PORT = Property.of(Workloads.POD, "spec.containers[].ports[].containerPort");
    /** SSH, Telnet, RDP, VNC, and the debuggers of Go, Java, JavaScript and Python. */
    private static final Set<String> SHELLS =
            Set.of("22", "23", "2222", "3389", "5900", "2345", "5005", "9229", "5678");

    private static final Pattern DOWNLOADS = Pattern.compile(".*\\b(curl|wget|nc|ncat|socat)\\b.*", Pattern.DOTALL);

    @Override
    Verdict check(PodSpec pod) {
        return pod.containers().stream()
                .map(ContainerTakesNoOrders::judge)
                .reduce(Verdict.PASS, Verdict::and)
                .and(Verdict.require(
                        pod.get(EPHEMERAL).hasItems().not(),
                        "declares a container to debug with, for good: ephemeralContainers"));
    }

    private static Verdict judge(Container container) {
        return container
                .require(
                        Paths.isOff(container.get(INPUT)).and(Paths.isOff(container.get(TERMINAL))),
                        "keeps a terminal open: stdin or tty")
                .and(container.require(
                        container
                                .get(PORTS)
                                .any(port -> port.get(PORT).matches(SHELLS::contains))
                                .not(),
                        "opens the port of a shell, a desktop or a debugger: containerPort"))
                .and(container.require(
                        container.get(HOOK).isPresent().not(), "runs a command after it starts: lifecycle.postStart"))
                .and(container.require(
                        container
                                .get(START_HOST)
                                .isPresent()
                                .or(container.get(STOP_HOST).isPresent())
                                .not(),
                        "has its node ask another machine: lifecycle, httpGet.host"))
                .and(container.require(
                        container
                                .get(LAST_WORDS)
                                .any(word -> word.matches(DOWNLOADS.asMatchPredicate()))
                                .not(),
                        "speaks to another machine when it stops: lifecycle.preStop"));
    }
}
