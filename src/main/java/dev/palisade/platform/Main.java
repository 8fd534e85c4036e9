package dev.palisade.platform;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import dev.palisade.platform.settings.StackSettings;

/** Entry point of the Pulumi program. */
public final class Main {

    private Main() {}

    /** Runs the program under the engine that started this process. */
    public static void main(String[] args) {
        Pulumi.run(Main::stack);
    }

    /** What a stack consists of; the preview calls it without an engine's process around it. */
    public static void stack(Context context) {
        new Platform(context, StackSettings.read(context));
    }
}
