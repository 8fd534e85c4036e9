package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "Containers run their program, not a shell, and without switches that weaken it",
        severity = Severity.HIGH,
        rows = {Row.C2, Row.C13},
        controls = {"NIST 800-53 CM-7", "NIST 800-53 CM-6", "PCI DSS 2.2.6", "SOC 2 CC6.8"},
        why = "A shell as command runs what no scan of the image has seen; one switch undoes TLS or opens a debugger.",
        remedy = "Let the image name the command; put settings into variables that policies know.",
        snippet = "ContainerArgs.builder().name(\"service\").image(image) // without command")
public final class ContainerRunsItsProgram extends ContainerPolicy {
    private static final Property COMMAND = Property.of(Workloads.POD, "spec.containers[].command");
    private static final Property ARGUMENTS = Property.of(Workloads.POD, "spec.containers[].args");
    private static final Set<String> TOOLS = Set.of(
            "sh", "bash", "ash", "dash", "zsh", "ksh", "busybox", "sleep", "tail", "nsenter", "chroot", "nc", "ncat",
            "socat", "curl", "wget");

    @Override
    Verdict check(Container container) {
        Verdict verdict = container.require(
                container.get(COMMAND).any(ContainerRunsItsProgram::isTool).not(),
                "runs a shell or a tool in place of its program: command");
        for (Property words : List.of(COMMAND, ARGUMENTS)) {
            verdict = verdict.and(container.require(
                    container
                            .get(words)
                            .any(word -> word.matches(WeakSwitches::isOne))
                            .not(),
                    "is told to do without a protection: " + words.path().get(2)));
        }
        return verdict;
    }

    private static Truth isTool(Value word) {
        return word.matches(text -> TOOLS.contains(text.substring(text.lastIndexOf('/') + 1)));
    }
}
