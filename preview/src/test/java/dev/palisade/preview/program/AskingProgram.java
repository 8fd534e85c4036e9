package dev.palisade.preview.program;

import com.pulumi.Context;
import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.inputs.GetAvailabilityZonesArgs;

/** Asks AWS for something that only an account could answer. */
public final class AskingProgram {
    private AskingProgram() {}

    public static void stack(Context context) {
        context.export(
                "zones",
                AwsFunctions.getAvailabilityZones(GetAvailabilityZonesArgs.Empty)
                        .applyValue(zones -> zones.names()));
    }
}
