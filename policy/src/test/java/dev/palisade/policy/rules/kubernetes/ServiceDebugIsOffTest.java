package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.CONTAINER;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class ServiceDebugIsOffTest implements PolicyCases {
    private static final String VARIABLE = CONTAINER + "env[3]";

    @Override
    public Policy policy() {
        return new ServiceDebugIsOff();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("nothing is said", deployment().alone()),
                passes(
                        "it is off",
                        deployment()
                                .yaml(VARIABLE, "{name: DEBUG, value: 'false'}")
                                .alone()),
                fails(
                        "it is on",
                        deployment()
                                .yaml(VARIABLE, "{name: DEBUG, value: 'true'}")
                                .alone(),
                        "DEBUG"),
                fails(
                        "it is on as a number",
                        deployment().yaml(VARIABLE, "{name: DEBUG, value: 1}").alone(),
                        "DEBUG"),
                fails(
                        "the JVM waits for a debugger",
                        deployment()
                                .yaml(
                                        VARIABLE,
                                        "{name: JAVA_TOOL_OPTIONS, value: '-agentlib:jdwp=transport=dt_socket,server=y'}")
                                .alone(),
                        "debugger"),
                unknown(
                        "it comes from elsewhere",
                        deployment()
                                .yaml(VARIABLE, "{name: DEBUG, valueFrom: {configMapKeyRef: {name: s, key: d}}}")
                                .alone()),
                passes("a ConfigMap that says nothing of it", mapped("{LOG_LEVEL: info}")),
                fails("a ConfigMap that switches it on", mapped("{DEBUG: 'true'}"), "DEBUG"),
                unknown(
                        "a whole ConfigMap of another is read",
                        deployment()
                                .yaml(CONTAINER + "envFrom", "[{configMapRef: {name: s}}]")
                                .alone()),
                notApplicable(
                        "another program",
                        deployment()
                                .with(
                                        CONTAINER + "image",
                                        "111122223333.dkr.ecr.eu-central-1.amazonaws.com/palisade/report:1")
                                .without(CONTAINER + "env")
                                .alone()));
    }

    private static StackBuilder mapped(String data) {
        return stack(
                deployment()
                        .yaml(CONTAINER + "envFrom", "[{configMapRef: {name: settings}}]")
                        .resource(),
                Manifest.of(
                                ConfigMaps.TYPE,
                                "settings",
                                "{metadata: {name: settings, namespace: palisade}, data: " + data + "}")
                        .resource());
    }
}
