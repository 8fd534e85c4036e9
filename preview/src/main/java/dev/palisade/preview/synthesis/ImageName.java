package dev.palisade.preview.synthesis;

/** The parts of a container image's name, such as {@code registry.example/team/app:1}. */
final class ImageName {
    private ImageName() {}

    /** The name without its tag and digest. */
    static String repository(String image) {
        var name = image.split("@", 2)[0];
        int tag = name.lastIndexOf(':');
        return tag > name.lastIndexOf('/') ? name.substring(0, tag) : name;
    }

    /** The registry's host, or Docker Hub where the name has none. */
    static String server(String image) {
        int slash = image.indexOf('/');
        var first = slash < 0 ? "" : image.substring(0, slash);
        return first.contains(".") || first.contains(":") ? first : "docker.io";
    }
}
