package dev.palisade.policy.rules;

/** Policy documents for tests, written with single quotes. */
public final class PolicyJson {
    private PolicyJson() {}

    public static String document(String... statements) {
        return json("{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}");
    }

    /** An Allow of an identity policy. */
    public static String allow(String action, String resource) {
        return document("{'Effect':'Allow','Action':'%s','Resource':'%s'}".formatted(action, resource));
    }

    public static String json(String quoted) {
        return quoted.replace('\'', '"');
    }
}
