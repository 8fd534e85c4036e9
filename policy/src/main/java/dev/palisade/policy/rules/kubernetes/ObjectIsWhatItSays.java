package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Map;
import java.util.regex.Pattern;

/** Forms as the API server checks them; Pulumi names an object that has no name, and an SDK sets its kind. */
@PolicyInfo(
        title = "Objects are of the kind that they are declared as, with names and labels that Kubernetes takes",
        severity = Severity.MEDIUM,
        rows = {Row.C2, Row.C9},
        controls = {"NIST 800-53 CM-6", "NIST 800-53 CM-8", "PCI DSS 2.2.1", "SOC 2 CC8.1"},
        why =
                "An object is judged as the kind of its resource and made as the kind that it names; one that the API refuses guards nothing.",
        remedy = "Leave kind and apiVersion to the SDK, and use lower-case letters, digits and dashes in names.",
        snippet = "ObjectMetaArgs.builder().name(\"service\")")
public final class ObjectIsWhatItSays implements StackPolicy {
    private static final Property KIND = Property.of(Workloads.POD, "kind");
    private static final Property VERSION = Property.of(Workloads.POD, "apiVersion");
    private static final Pattern TYPE = Pattern.compile("kubernetes:(?:core/)?([\\w./-]+):(\\w+?)(?:Patch)?");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
    private static final Pattern KEY = Pattern.compile("([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([\\w.-]{0,61}[A-Za-z0-9])?");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]([\\w.-]{0,61}[A-Za-z0-9])?");

    @Override
    public Verdict check(Graph graph) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Resource object : graph.resources()) {
            var type = TYPE.matcher(object.type());
            if (type.matches() && type.group(1).contains("v")) {
                verdict = verdict.and(judge(object, type.group(1), type.group(2)));
            }
        }
        return verdict;
    }

    private static Verdict judge(Resource object, String version, String kind) {
        Value inputs = object.inputs();
        Value name = Metadata.name(object);
        return Verdict.require(
                        absentOr(inputs.get(KIND), kind).and(absentOr(inputs.get(VERSION), version)),
                        object + " names another kind than it is declared as: kind, apiVersion")
                .and(Verdict.require(
                        // Roles and what binds them may have colons in their names.
                        Paths.absentOr(
                                name,
                                name.matches(text -> object.type().contains("rbac.")
                                        || NAME.matcher(text).matches())),
                        object + " has a name that Kubernetes refuses: metadata.name"))
                .and(Verdict.require(labels(Metadata.labels(object)), object + " has labels that Kubernetes refuses"));
    }

    private static Truth absentOr(Value said, String expected) {
        return Paths.absentOr(said, said.is(expected));
    }

    private static Truth labels(Value labels) {
        Truth result = labels.isUnknown() ? Truth.UNKNOWN : Truth.TRUE;
        for (Map.Entry<String, Value> label : labels.fields().entrySet()) {
            result = result.and(Truth.of(KEY.matcher(label.getKey()).matches()))
                    .and(
                            label.getValue().isMissing()
                                    ? Truth.TRUE
                                    : label.getValue()
                                            .matches(text -> text.isEmpty()
                                                    || LABEL.matcher(text).matches()));
        }
        return result;
    }
}
