package dev.palisade.platform;

import com.pulumi.Pulumi;
import dev.palisade.platform.settings.StackSettings;

/** Entry point of the Pulumi program. */
public final class Main {

    private Main() {}

    /** Runs the program under the engine that started this process. */
    public static void main(String[] args) {
        Pulumi.run(context -> new Platform(context, StackSettings.read(context)));
    }
}
