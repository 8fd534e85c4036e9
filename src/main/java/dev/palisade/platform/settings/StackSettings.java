package dev.palisade.platform.settings;

import com.pulumi.Context;
import java.util.Optional;
import java.util.function.Function;

/** All settings of a stack: the only reader of its configuration. */
public record StackSettings(
        String name,
        AccountSettings account,
        NetworkSettings network,
        ClusterSettings cluster,
        NodeSettings nodes,
        EdgeSettings edge,
        ServiceSettings service,
        OperationsSettings operations) {

    private static final String PREFIX = "palisade-";

    /** The stack's name alone, e.g. {@code dev}, as tags and environments have it. */
    public String stack() {
        return name.substring(PREFIX.length());
    }

    /**
     * The repository whose workflow signs the service's image; none where nobody does: an image that the program builds
     * itself has no signature.
     */
    public Optional<String> signer() {
        return service.image().flatMap(given -> operations.githubRepository());
    }

    /**
     * Reads the configuration of the running stack.
     *
     * @throws BadSettings if any is missing or does not fit, naming every one of them
     */
    public static StackSettings read(Context context) {
        return read(context.stackName(), context.config()::get);
    }

    static StackSettings read(String stack, Function<String, Optional<String>> source) {
        var reader = new SettingsReader(source);
        var settings = read(stack, reader);
        reader.finish(stack);
        return settings;
    }

    static StackSettings read(String stack, SettingsReader reader) {
        var account = AccountSettings.read(reader);
        return new StackSettings(
                PREFIX + stack,
                account,
                NetworkSettings.read(reader, account),
                ClusterSettings.read(reader),
                NodeSettings.read(reader),
                EdgeSettings.read(reader),
                ServiceSettings.read(reader),
                OperationsSettings.read(reader));
    }
}
