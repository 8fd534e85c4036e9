package dev.palisade.preview.program;

import com.pulumi.Context;
import com.pulumi.exceptions.RunException;

/** Refuses its settings, as a program that checks them does. */
public final class RefusingProgram {
    private RefusingProgram() {}

    public static void stack(Context context) {
        if (context.config("palisade").get("zones").isEmpty()) {
            throw new RunException("Pulumi.test.yaml has 1 bad setting:\n  - palisade:zones is missing");
        }
    }
}
