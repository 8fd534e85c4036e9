package dev.palisade.preview.component;

/** An argument whose effect on the real component's children the preview does not know. */
public final class UnmodelledArgument extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnmodelledArgument(String component, String argument, String remedy) {
        super("%s: the preview does not model %s; %s".formatted(component, argument, remedy));
    }
}
