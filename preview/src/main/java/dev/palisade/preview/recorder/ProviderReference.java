package dev.palisade.preview.recorder;

/** How resources name their provider: {@code <urn>::<id>}. */
final class ProviderReference {
    private ProviderReference() {}

    static String urn(String reference) {
        return reference.substring(0, reference.lastIndexOf("::"));
    }

    /** The package of a type token: {@code aws} of {@code aws:ec2/vpc:Vpc}. */
    static String packageOf(String type) {
        return type.substring(0, type.indexOf(':'));
    }
}
