package dev.palisade.platform;

import dev.palisade.platform.settings.Stacks;

/** The program alone, as the SDK's own mocks run it: what a preview is measured against. */
public final class UnderMocks {
    private UnderMocks() {}

    public static void main(String[] arguments) {
        var settings = Stacks.settings(arguments[0]);
        var platform = Mocked.run(arguments[0], context -> new Platform(context, settings));
        System.out.println(platform.all().size() + " resources");
        System.exit(0);
    }
}
