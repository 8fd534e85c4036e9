package dev.palisade.preview.program;

import com.pulumi.Pulumi;

/** Throws what a mistake in a program throws. */
public final class ThrowingProgram {
    private ThrowingProgram() {}

    public static void main(String[] args) {
        Pulumi.run(context -> {
            throw new IllegalStateException("the zones do not fit the network");
        });
    }
}
