package dev.palisade.preview.recorder;

import com.pulumi.Context;

/** What a program's main class hands to {@code Pulumi.run}. */
@FunctionalInterface
public interface Program {
    void stack(Context context);
}
