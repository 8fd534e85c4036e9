package dev.palisade.platform.settings;

import com.pulumi.exceptions.RunException;
import java.util.List;

/** Settings that can't make a platform; the engine prints the message as it stands, without a stack trace. */
public final class BadSettings extends RunException {

    private static final long serialVersionUID = 1L;

    BadSettings(String stack, List<String> problems) {
        super("Pulumi.%s.yaml has %d bad setting%s:\n  - %s"
                .formatted(stack, problems.size(), problems.size() == 1 ? "" : "s", String.join("\n  - ", problems)));
    }
}
