package dev.palisade.platform.settings;

import com.pulumi.exceptions.RunException;
import java.util.List;
import java.util.stream.Collectors;

/** Settings that can't make a platform; the engine prints the message as it stands, without a stack trace. */
public final class BadSettings extends RunException {

    private static final long serialVersionUID = 1L;
    private static final String SEPARATOR = "\n  - ";

    BadSettings(String stack, List<String> problems) {
        super(problems.stream()
                .collect(Collectors.joining(
                        SEPARATOR,
                        "Pulumi.%s.yaml has bad settings (%d):".formatted(stack, problems.size()) + SEPARATOR,
                        "")));
    }
}
