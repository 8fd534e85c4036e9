package dev.palisade.policy.framework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a policy's parameters: those given, and for the others their fallbacks. */
public final class Arguments {
    private final Map<String, Object> values;

    private Arguments(Map<String, Object> values) {
        this.values = values;
    }

    /** What holds where nothing is given. */
    public static Arguments fallbacks(List<Parameter> parameters) {
        return of(parameters, Map.of());
    }

    /**
     * Reads what a configuration gives: numbers, texts, and lists as a JSON parser gives them.
     *
     * @throws IllegalArgumentException if a parameter is not known, or its value is of the wrong kind; the message
     *     names the parameter and says what is expected
     */
    public static Arguments of(List<Parameter> parameters, Map<String, ?> given) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            Object value = given.get(parameter.name());
            values.put(parameter.name(), value == null ? parameter.fallback() : read(parameter, value));
        }
        for (String name : given.keySet()) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException(name + " is not a parameter; known are " + values.keySet());
            }
        }
        return new Arguments(values);
    }

    private static Object read(Parameter parameter, Object value) {
        if (parameter.kind() == Parameter.Kind.NUMBER && value instanceof Number number) {
            return number.doubleValue();
        }
        if (parameter.kind() == Parameter.Kind.TEXTS
                && value instanceof List<?> list
                && list.stream().allMatch(String.class::isInstance)) {
            return List.copyOf(list);
        }
        throw new IllegalArgumentException(parameter.name() + " must be "
                + (parameter.kind() == Parameter.Kind.NUMBER ? "a number" : "a list of texts"));
    }

    public double number(Parameter parameter) {
        return (Double) value(parameter);
    }

    public List<String> texts(Parameter parameter) {
        return ((List<?>) value(parameter)).stream().map(String.class::cast).toList();
    }

    private Object value(Parameter parameter) {
        Object value = values.get(parameter.name());
        if (value == null) {
            throw new IllegalArgumentException(parameter.name() + " is not a parameter of this policy");
        }
        return value;
    }
}
