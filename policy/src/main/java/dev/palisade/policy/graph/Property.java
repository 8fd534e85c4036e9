package dev.palisade.policy.graph;

import java.util.List;

/**
 * The name of a provider's property: the one way by which a policy reads a resource.
 *
 * <p>A test finds every constant of this type and proves, by reflection over the provider's SDK, that the path exists
 * there: a misspelt name breaks the build, it cannot make a policy silently pass.
 *
 * @param type the Pulumi type token, for example {@code aws:kms/key:Key}
 * @param path the segments; one that ends in {@code []} means each element of a list
 */
public record Property(String type, List<String> path) {
    public Property {
        path = List.copyOf(path);
    }

    /** A path such as {@code vpcConfig.subnetIds} or {@code defaultActions[].redirect.statusCode}. */
    public static Property of(String type, String path) {
        return new Property(type, List.of(path.split("\\.")));
    }

    /** A property inside of this one, read with {@link Value#get(Property)}. */
    public Property child(String path) {
        return of(type, String.join(".", this.path) + "." + path);
    }

    /** The name of the top-level property: the one that carries dependencies. */
    public String root() {
        return strip(path.get(0));
    }

    String key() {
        return strip(path.get(path.size() - 1));
    }

    static String strip(String segment) {
        return segment.endsWith("[]") ? segment.substring(0, segment.length() - 2) : segment;
    }

    @Override
    public String toString() {
        return String.join(".", path);
    }
}
