package dev.palisade.preview.command;

import java.util.List;

/**
 * What stands on a command line besides options.
 *
 * @param label as the usage shows it; empty where nothing may stand there
 * @param description what it names
 */
record Operands(String label, String description, boolean many) {
    static final Operands NONE = new Operands("", "", false);

    static Operands one(String label, String description) {
        return new Operands(label, description, false);
    }

    static Operands many(String label, String description) {
        return new Operands(label, description, true);
    }

    /** The label, with dots where more than one may follow. */
    String shown() {
        return many ? label + "..." : label;
    }

    void check(List<String> given) throws BadUsage {
        if (given.isEmpty() && !label.isEmpty()) {
            throw new BadUsage("Missing " + label);
        }
        int most = label.isEmpty() ? 0 : 1;
        if (!many && given.size() > most) {
            throw new BadUsage("Unexpected argument: " + given.get(most));
        }
    }
}
