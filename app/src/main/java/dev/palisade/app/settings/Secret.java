package dev.palisade.app.settings;

/**
 * A value that must not reach a log or a message.
 *
 * @param value the secret itself
 */
public record Secret(String value) {
    @Override
    public String toString() {
        return "***";
    }
}
