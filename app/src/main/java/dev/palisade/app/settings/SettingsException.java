package dev.palisade.app.settings;

import java.util.List;

/** Tells every bad setting at once: its name, what was expected and, unless it is a secret, what was found. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One line for each bad setting. */
    SettingsException(List<String> errors) {
        super("bad settings:\n  " + String.join("\n  ", errors));
    }
}
