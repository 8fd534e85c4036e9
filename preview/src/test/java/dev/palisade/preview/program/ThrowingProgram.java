package dev.palisade.preview.program;

import com.pulumi.Context;

/** Throws what a mistake in a program throws. */
public final class ThrowingProgram {
    private ThrowingProgram() {}

    public static void stack(Context context) {
        if (context.config("small").get("zones").isEmpty()) {
            throw new IllegalStateException("the zones do not fit the network");
        }
    }
}
