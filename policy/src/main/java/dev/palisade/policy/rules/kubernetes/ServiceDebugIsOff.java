package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;

@PolicyInfo(
        title = "The service does not run in debug mode",
        severity = Severity.MEDIUM,
        rows = Row.C13,
        controls = {"NIST 800-53 SI-11", "PCI DSS 6.5.6", "SOC 2 CC6.8", "GDPR 25(2)"},
        why = "Debug output tells an attacker how the service works, and writes personal data to the logs.",
        remedy = "Leave DEBUG out of the environment, and no debugger's agent in the JVM's options.",
        snippet = "variables.remove(\"DEBUG\")")
public final class ServiceDebugIsOff extends ServiceSettingsPolicy {
    @Override
    Verdict check(Container container, Environment environment) {
        Truth quiet = Truth.TRUE;
        for (String name : List.of("DEBUG", "FLASK_DEBUG")) {
            Value debug = environment.get(name);
            quiet = quiet.and(Paths.absentOr(debug, debug.matches(value -> value.matches("(?i)false|0|no|off|"))));
        }
        Truth attachable = Truth.FALSE;
        for (String name : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_OPTS")) {
            attachable = attachable.or(
                    environment.get(name).matches(value -> value.contains("jdwp") || value.contains("jmxremote")));
        }
        return container
                .require(quiet, "runs in debug mode: DEBUG")
                .and(container.require(attachable.not(), "opens a debugger's port in the JVM's options"));
    }
}
