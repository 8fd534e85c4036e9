package dev.palisade.policy.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the elements of a policy document, in the forms that IAM's grammar allows and in no other. */
final class PolicyGrammar {
    private static final Set<String> DOCUMENT = Set.of("Version", "Id", "Statement");
    private static final Set<String> STATEMENT = Set.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");
    private static final Set<String> PRINCIPALS = Set.of("AWS", "Service", "Federated", "CanonicalUser");

    private static final Set<String> VERSIONS = Set.of("", "2008-10-17", "2012-10-17");
    private static final Pattern ACTION = Pattern.compile("[*]|[A-Za-z0-9*-]+:[A-Za-z0-9*?]+");
    private static final Pattern RESOURCE = Pattern.compile("[*]|arn:.+|[$][{].+");
    private static final Pattern NAME = Pattern.compile("[*]|[^\\s*]+");
    private static final Pattern AWS_PRINCIPAL = Pattern.compile("[*]|\\d{12}|arn:.+|A[A-Z0-9]{15,}");

    private PolicyGrammar() {}

    static PolicyDocument read(Value content) {
        try {
            return document(content);
        } catch (Refused refused) {
            return new PolicyDocument.Malformed(refused.problem);
        }
    }

    private static PolicyDocument document(Value content) {
        Map<String, Value> elements = object(content, "the document");
        known(elements, DOCUMENT);
        List<PolicyStatement> statements = new ArrayList<>();
        for (Value statement : oneOrMore(content.field("Statement"))) {
            statements.add(statement(statement));
        }
        if (statements.isEmpty()) {
            throw new Refused("has no statement");
        }
        String version = content.field("Version").text().orElse("");
        if (!VERSIONS.contains(version)) {
            throw new Refused("has a Version that IAM does not know");
        }
        return new PolicyDocument.Parsed(version, statements);
    }

    private static PolicyStatement statement(Value json) {
        known(object(json, "a statement"), STATEMENT);
        String effect = json.field("Effect").text().orElse("");
        if (!"Allow".equals(effect) && !"Deny".equals(effect)) {
            throw new Refused("has a statement whose Effect is neither Allow nor Deny");
        }
        boolean notAction = negated(json, "Action");
        boolean notResource = negated(json, "Resource");
        boolean notPrincipal = negated(json, "Principal");
        List<String> actions = names(json.field(notAction ? "NotAction" : "Action"), "action", ACTION, notAction);
        if (actions.isEmpty()) {
            throw new Refused("has a statement without an action");
        }
        return new PolicyStatement(
                "Allow".equals(effect),
                principals(json.field(notPrincipal ? "NotPrincipal" : "Principal"), notPrincipal),
                notPrincipal,
                actions,
                notAction,
                resources(json.field(notResource ? "NotResource" : "Resource"), notResource),
                notResource,
                conditions(json.field("Condition")));
    }

    private static boolean negated(Value statement, String element) {
        boolean negated = !statement.field("Not" + element).isMissing();
        if (negated && !statement.field(element).isMissing()) {
            throw new Refused("has a statement with both " + element + " and Not" + element);
        }
        return negated;
    }

    private static List<String> resources(Value json, boolean not) {
        return json.isMissing() ? List.of() : names(json, "resource", RESOURCE, not);
    }

    private static List<PolicyPrincipal> principals(Value json, boolean not) {
        if (json.isMissing()) {
            return List.of();
        }
        if (json.text().isPresent()) {
            return names(json, "principal", AWS_PRINCIPAL, not).stream()
                    .map(name -> new PolicyPrincipal("AWS", name))
                    .toList();
        }
        List<PolicyPrincipal> principals = new ArrayList<>();
        object(json, "a principal").forEach((kind, names) -> {
            if (!PRINCIPALS.contains(kind)) {
                throw new Refused("has a principal of the unknown kind " + kind);
            }
            names(names, "principal", "AWS".equals(kind) ? AWS_PRINCIPAL : NAME, not)
                    .forEach(name -> principals.add(new PolicyPrincipal(kind, name)));
        });
        if (principals.isEmpty()) {
            throw new Refused("has a principal that names nobody");
        }
        return principals;
    }

    /** The names in an element, of which each has the form that IAM asks for; all but everything is nothing. */
    private static List<String> names(Value value, String what, Pattern form, boolean not) {
        List<String> names = texts(value, what + "s");
        if (names.isEmpty()) {
            throw new Refused("has an empty list of " + what + "s");
        }
        if (not && names.contains("*")) {
            throw new Refused("has a statement that speaks of no " + what);
        }
        for (String name : names) {
            if (!form.matcher(name).matches()) {
                throw new Refused("has something that is no " + what + ": " + name);
            }
        }
        return names;
    }

    private static List<PolicyCondition> conditions(Value json) {
        List<PolicyCondition> conditions = new ArrayList<>();
        if (!json.isMissing()) {
            object(json, "a condition").forEach((operator, keys) -> object(keys, "a condition")
                    .forEach((key, values) -> conditions.add(PolicyCondition.of(operator, key, compared(values)))));
        }
        return conditions;
    }

    private static List<String> compared(Value values) {
        List<String> compared = texts(values, "condition values");
        if (compared.isEmpty()) {
            throw new Refused("has a condition that compares with nothing");
        }
        return compared;
    }

    private static List<Value> oneOrMore(Value value) {
        return value.open() instanceof Value.Fields ? List.of(value) : value.items();
    }

    private static List<String> texts(Value value, String what) {
        List<Value> elements = value.text().isPresent() ? List.of(value) : value.items();
        List<String> texts = value.texts();
        if (texts.size() != elements.size()) {
            throw new Refused("has " + what + " that are not texts");
        }
        return texts;
    }

    private static Map<String, Value> object(Value value, String what) {
        if (value.open() instanceof Value.Fields fields) {
            return fields.values();
        }
        throw new Refused("is not a policy: " + what + " is not an object");
    }

    private static void known(Map<String, Value> elements, Set<String> names) {
        for (String element : elements.keySet()) {
            if (!names.contains(element)) {
                throw new Refused("has the unknown element " + element);
            }
        }
    }

    /** Ends the reading at the first thing that the grammar does not allow; never leaves this class. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String problem;

        Refused(String problem) {
            super(problem, null, false, false);
            this.problem = problem;
        }
    }
}
