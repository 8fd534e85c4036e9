package dev.palisade.platform.iam;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.pulumi.core.Output;
import java.util.List;
import java.util.stream.Stream;

/** One statement of an IAM policy document. */
public record Statement(
        String effect,
        String sid,
        List<Principal> principals,
        List<String> actions,
        List<Output<String>> resources,
        List<Condition> conditions) {

    public Statement {
        principals = List.copyOf(principals);
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = List.copyOf(conditions);
    }

    /** Who a resource policy speaks of: the kind is {@code AWS}, {@code Service} or {@code Federated}. */
    public record Principal(String kind, Output<String> name) {}

    /** A condition; all of a statement's conditions must hold. */
    public record Condition(String operator, Output<String> key, List<Output<String>> values) {

        public Condition {
            values = List.copyOf(values);
        }
    }

    /** Starts an Allow; the id is alphanumeric, as IAM wants it. */
    public static Statement allow(String sid) {
        return new Statement("Allow", sid, List.of(), List.of(), List.of(), List.of());
    }

    /** Starts a Deny. */
    public static Statement deny(String sid) {
        return new Statement("Deny", sid, List.of(), List.of(), List.of(), List.of());
    }

    public Statement actions(String... names) {
        return actions(List.of(names));
    }

    public Statement actions(List<String> names) {
        return new Statement(effect, sid, principals, names, resources, conditions);
    }

    public Statement on(String... arns) {
        return on(Stream.of(arns).map(Output::of).toList());
    }

    /** Resources whose ARNs the provider makes. */
    public Statement on(List<Output<String>> arns) {
        return new Statement(effect, sid, principals, actions, arns, conditions);
    }

    public Statement toService(String... hosts) {
        return to(Stream.of(hosts)
                .map(host -> new Principal("Service", Output.of(host)))
                .toList());
    }

    public Statement toAws(String... arns) {
        return to(
                Stream.of(arns).map(arn -> new Principal("AWS", Output.of(arn))).toList());
    }

    public Statement to(List<Principal> added) {
        return new Statement(
                effect,
                sid,
                Stream.concat(principals.stream(), added.stream()).toList(),
                actions,
                resources,
                conditions);
    }

    public Statement when(String operator, String key, String... values) {
        return when(operator, Output.of(key), Stream.of(values).map(Output::of).toList());
    }

    /** A condition on values that the provider makes. */
    public Statement when(String operator, Output<String> key, List<Output<String>> values) {
        var added = new Condition(operator, key, values);
        return new Statement(
                effect,
                sid,
                principals,
                actions,
                resources,
                Stream.concat(conditions.stream(), Stream.of(added)).toList());
    }

    Output<JsonObject> toJson() {
        return Output.tuple(principalsAsJson(), Output.all(resources), conditionsAsJson())
                .applyValue(parts -> {
                    var json = new JsonObject();
                    json.addProperty("Sid", sid);
                    json.addProperty("Effect", effect);
                    if (parts.t1.size() > 0) {
                        json.add("Principal", parts.t1);
                    }
                    json.add("Action", array(actions));
                    if (!parts.t2.isEmpty()) {
                        json.add("Resource", array(parts.t2));
                    }
                    if (parts.t3.size() > 0) {
                        json.add("Condition", parts.t3);
                    }
                    return json;
                });
    }

    private Output<JsonObject> principalsAsJson() {
        return Output.all(principals.stream().map(Principal::name).toList()).applyValue(names -> {
            var json = new JsonObject();
            for (var i = 0; i < names.size(); i++) {
                var kind = principals.get(i).kind();
                if (!json.has(kind)) {
                    json.add(kind, new JsonArray());
                }
                json.getAsJsonArray(kind).add(names.get(i));
            }
            return json;
        });
    }

    private Output<JsonObject> conditionsAsJson() {
        var rendered = conditions.stream()
                .map(condition -> Output.tuple(condition.key(), Output.all(condition.values())))
                .toList();
        return Output.all(rendered).applyValue(pairs -> {
            var json = new JsonObject();
            for (var i = 0; i < pairs.size(); i++) {
                var operator = conditions.get(i).operator();
                if (!json.has(operator)) {
                    json.add(operator, new JsonObject());
                }
                json.getAsJsonObject(operator).add(pairs.get(i).t1, array(pairs.get(i).t2));
            }
            return json;
        });
    }

    private static JsonArray array(List<String> values) {
        var json = new JsonArray();
        values.forEach(json::add);
        return json;
    }
}
