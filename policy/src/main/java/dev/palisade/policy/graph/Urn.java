package dev.palisade.policy.graph;

/**
 * The parts of a Pulumi URN, {@code urn:pulumi:<stack>::<project>::<parent types>$<type>::<name>}.
 *
 * @see <a href="https://www.pulumi.com/docs/iac/concepts/resources/names/#urns">Pulumi: URNs</a>
 */
public record Urn(String stack, String project, String type, String name) {
    public static final String STACK_TYPE = "pulumi:pulumi:Stack";

    /**
     * Reads a URN.
     *
     * @throws IllegalArgumentException if it does not have the form of one
     */
    public static Urn parse(String urn) {
        String[] parts = urn.split("::", 4);
        if (parts.length != 4
                || !parts[0].startsWith("urn:pulumi:")
                || urn.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a Pulumi URN: " + urn.replaceAll("\\p{Cntrl}", "?"));
        }
        String types = parts[2];
        return new Urn(
                parts[0].substring("urn:pulumi:".length()),
                parts[1],
                types.substring(types.lastIndexOf('$') + 1),
                parts[3]);
    }
}
