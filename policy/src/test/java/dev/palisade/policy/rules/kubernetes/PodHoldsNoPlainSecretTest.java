package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.CONTAINER;
import static dev.palisade.policy.rules.kubernetes.Compliant.POD;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.framework.Evaluator;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.graph.Signatures;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodHoldsNoPlainSecretTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new PodHoldsNoPlainSecret();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("settings alone", deployment().alone()),
                passes(
                        "a reference to a Secret",
                        deployment()
                                .yaml(
                                        CONTAINER + "env[0]",
                                        "{name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: db, key: p}}}")
                                .alone()),
                fails(
                        "a password in a probe",
                        deployment()
                                .yaml(
                                        CONTAINER + "livenessProbe.httpGet.httpHeaders",
                                        "[{name: Authorization, value: Basic YWRtaW46aHVudGVyMg==}]")
                                .alone(),
                        "headers"),
                fails(
                        "a password",
                        deployment()
                                .yaml(CONTAINER + "env[0]", "{name: DB_PASSWORD, value: hunter2}")
                                .alone(),
                        "the variable DB_PASSWORD"),
                fails(
                        "a URL with a password",
                        deployment()
                                .yaml(CONTAINER + "env[0]", "{name: DATABASE_URL, value: 'postgresql://u:p@h/db'}")
                                .alone(),
                        "the variable DATABASE_URL"),
                fails(
                        "an access key",
                        deployment()
                                .yaml(CONTAINER + "env[0]", "{name: X, value: AKIAABCDEFGHIJKLMNOP}")
                                .alone(),
                        "the variable X"),
                fails(
                        "a secret of the stack",
                        deployment()
                                .with(
                                        CONTAINER + "env[0].value",
                                        Map.of(Signatures.KEY, Signatures.SECRET, "value", "plain"))
                                .alone(),
                        "AUTH_AUDIENCE"),
                fails(
                        "an option",
                        deployment()
                                .yaml(CONTAINER + "args", "['--db-password=hunter2']")
                                .alone(),
                        "its args"),
                fails(
                        "a command with a key",
                        deployment()
                                .yaml(CONTAINER + "command", "[run, AKIAABCDEFGHIJKLMNOP]")
                                .alone(),
                        "its command"),
                fails(
                        "an annotation",
                        deployment()
                                .yaml("spec.template.metadata.annotations", "{x: AKIAABCDEFGHIJKLMNOP}")
                                .alone(),
                        "annotation x"),
                fails(
                        "an initial container's",
                        deployment()
                                .yaml(POD + "initContainers", "[{name: i, env: [{name: API_KEY, value: x}]}]")
                                .alone(),
                        "\"i\""),
                unknown(
                        "a value is not known yet",
                        deployment().unknown(CONTAINER + "env[0].value").alone()),
                notApplicable("no workload", stack()));
    }

    @Test
    void theSecretIsNotRepeated() {
        assertThat(new Evaluator(List.of(policy()))
                        .judge(deployment()
                                .yaml(CONTAINER + "env[0]", "{name: DB_PASSWORD, value: hunter2}")
                                .alone()
                                .build())
                        .get(0)
                        .verdict()
                        .reasons()
                        .toString())
                .doesNotContain("hunter2");
    }
}
