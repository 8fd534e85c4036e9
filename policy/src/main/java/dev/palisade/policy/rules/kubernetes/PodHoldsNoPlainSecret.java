package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.rules.secrets.PlainSecrets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Environment, command and annotations: all of them can be read by whoever may read pods. */
@PolicyInfo(
        title = "No secret stands in a pod's environment, command or annotations",
        severity = Severity.CRITICAL,
        rows = Row.C5,
        controls = {
            "CIS EKS 4.4.1",
            "NIST 800-53 IA-5(7)",
            "PCI DSS 8.6.2",
            "HIPAA 164.312(a)(2)(iv)",
            "SOC 2 CC6.1",
            "GDPR 32(1)(a)"
        },
        why = "A pod's specification is stored and shown in clear text, and so is the state of the stack.",
        remedy =
                "Keep the value in Secrets Manager and let the pod read it from there or from a Secret, by secretKeyRef.",
        snippet = """
                EnvVarArgs.builder().name("DATABASE_URL").valueFrom(EnvVarSourceArgs.builder()
                        .secretKeyRef(SecretKeySelectorArgs.builder().name("database").key("url").build())
                        .build())""")
public final class PodHoldsNoPlainSecret extends ContainerPolicy {
    private static final Property ENV = Property.of(Workloads.POD, "spec.containers[].env");
    private static final Property NAME = Property.of(Workloads.POD, "spec.containers[].env[].name");
    private static final Property VALUE = Property.of(Workloads.POD, "spec.containers[].env[].value");
    private static final Property MAP = Property.of(Workloads.POD, "spec.containers[].env[].valueFrom.configMapKeyRef");
    private static final Property COMMAND = Property.of(Workloads.POD, "spec.containers[].command");
    private static final Property ARGS = Property.of(Workloads.POD, "spec.containers[].args");
    private static final Property ANNOTATIONS = Property.of(Workloads.POD, "metadata.annotations");
    private static final List<Property> PROBES = List.of(
            Property.of(Workloads.POD, "spec.containers[].livenessProbe"),
            Property.of(Workloads.POD, "spec.containers[].readinessProbe"),
            Property.of(Workloads.POD, "spec.containers[].startupProbe"));
    private static final Property HTTP = Property.of(Workloads.POD, "spec.containers[].livenessProbe.httpGet");
    private static final Property HEADERS =
            Property.of(Workloads.POD, "spec.containers[].livenessProbe.httpGet.httpHeaders");
    private static final Pattern KEY = Pattern.compile("(?i)authorization|cookie|.*(api-?key|token|secret)");
    private static final Pattern OPTION = Pattern.compile("--?([\\w-]+)=(.+)", Pattern.DOTALL);

    @Override
    Verdict check(Container container) {
        Verdict verdict = Verdict.PASS;
        for (Value variable : container.get(ENV).items()) {
            String name = variable.get(NAME).text().orElse("?");
            verdict = verdict.and(container.require(
                            PlainSecrets.isOne(name, variable.get(VALUE)).not(),
                            "has a secret in clear text in the variable " + name))
                    .and(container.require(
                            variable.get(MAP)
                                    .isPresent()
                                    .and(Truth.of(PlainSecrets.isSettingOfOne(name) || name.endsWith("DATABASE_URL")))
                                    .not(),
                            "takes the secret " + name + " from a ConfigMap"));
        }
        for (Property words : List.of(COMMAND, ARGS)) {
            verdict = verdict.and(container.require(
                    container.get(words).any(PodHoldsNoPlainSecret::givesAway).not(),
                    "has a secret in clear text in its " + words.path().get(2)));
        }
        for (Property kind : PROBES) {
            Value headers = container.get(kind).get(HTTP).get(HEADERS);
            verdict = verdict.and(container.require(
                    headers.any(header -> header.get(NAME)
                                    .matches(name -> KEY.matcher(name).matches()))
                            .not(),
                    "has a secret in clear text in the headers of its "
                            + kind.path().get(2)));
        }
        for (Map.Entry<String, Value> annotation :
                container.pod().metadata().get(ANNOTATIONS).fields().entrySet()) {
            verdict = verdict.and(Verdict.require(
                    annotation.getValue().matches(PlainSecrets::hasFormOfOne).not(),
                    "the annotation " + annotation.getKey() + " holds a secret in clear text"));
        }
        return verdict;
    }

    private static Truth givesAway(Value word) {
        if (word.isSecret()) {
            return Truth.TRUE;
        }
        return word.matches(text -> {
            var option = OPTION.matcher(text);
            return PlainSecrets.hasFormOfOne(text)
                    || (option.matches() && PlainSecrets.isOne(option.group(1).replace('-', '_'), option.group(2)));
        });
    }
}
