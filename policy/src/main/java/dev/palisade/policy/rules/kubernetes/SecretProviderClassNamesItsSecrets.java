package dev.palisade.policy.rules.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.graph.Values;
import java.util.Set;
import java.util.TreeSet;

@PolicyInfo(
        title = "A SecretProviderClass takes named secrets of this stack from AWS",
        severity = Severity.MEDIUM,
        rows = {Row.C5, Row.X6},
        controls = {"CIS EKS 4.4.2", "NIST 800-53 SC-28", "PCI DSS 8.6.2", "SOC 2 CC6.1"},
        why = "A secret by another name is another stack's, or one that whoever finds the name free may make.",
        remedy = "Name the secret by its ARN, and sync each of its objects under a key.",
        snippet = "SecretObjects.of(secret.arn(), \"url\")")
public final class SecretProviderClassNamesItsSecrets implements RelationPolicy {
    private static final Property PROVIDER = Property.of(SecretSources.CLASS, "spec.provider");
    private static final Property PARAMETERS = Property.of(SecretSources.CLASS, "spec.parameters");
    private static final Property SPEC = Property.of(SecretSources.CLASS, "spec");
    private static final Property SYNCED = Property.of(SecretSources.CLASS, "spec.secretObjects");
    private static final Property TYPE = Property.of(SecretSources.CLASS, "spec.secretObjects[].type");
    private static final Property DATA = Property.of(SecretSources.CLASS, "spec.secretObjects[].data");
    private static final Property OBJECT = Property.of(SecretSources.CLASS, "spec.secretObjects[].data[].objectName");
    private static final String SECRET = "aws:secretsmanager/secret:Secret";
    private static final String PARAMETER = "aws:ssm/parameter:Parameter";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @Override
    public Set<String> types() {
        return Set.of(SecretSources.CLASS);
    }

    @Override
    public Verdict check(Resource store, Graph graph) {
        Value text = store.get(PARAMETERS).field("objects");
        if (text.isUnknown()) {
            return Verdict.unknown("not known yet: which secrets it takes");
        }
        Value objects = read(text.text().orElse(""));
        Set<String> names = new TreeSet<>();
        Verdict verdict = Verdict.require(store.get(PROVIDER).is("aws"), "takes secrets from elsewhere than AWS")
                .and(Verdict.require(
                        Truth.of(!objects.items().isEmpty()), "names no secrets: spec.parameters.objects"));
        for (Value object : objects.items()) {
            object.field("objectName").text().ifPresent(names::add);
            object.field("objectAlias").text().ifPresent(names::add);
            verdict = verdict.and(Verdict.require(
                    graph.targets(store, SPEC, object.field("objectName"), SECRET, PARAMETER)
                            .exist(),
                    "takes a secret that is not of this stack"));
        }
        return verdict.and(Verdict.require(
                store.get(SYNCED).all(one -> one.get(TYPE)
                        .isPresent()
                        .and(one.get(DATA).hasItems().and(one.get(DATA).all(data -> data.get(OBJECT)
                                .matches(names::contains))))),
                "syncs an object that it does not take: spec.secretObjects"));
    }

    private static Value read(String objects) {
        try {
            Value read = Values.ofJson(YAML.readValue(objects, Object.class));
            return read.open() instanceof Value.Items ? read : Value.missing();
        } catch (JsonProcessingException notYaml) {
            return Value.missing();
        }
    }
}
