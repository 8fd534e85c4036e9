package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which images the ClusterImagePolicies of Sigstore's policy-controller are about. */
final class ImagePolicies {
    static final String POLICY = "kubernetes:policy.sigstore.dev/v1beta1:ClusterImagePolicy";
    static final Property MODE = Property.of(POLICY, "spec.mode");
    static final Property IMAGES = Property.of(POLICY, "spec.images");
    static final Property GLOB = Property.of(POLICY, "spec.images[].glob");

    private static final Pattern STARS = Pattern.compile("\\*\\*?");

    private ImagePolicies() {}

    /** Whether some policy refuses an image that is not signed. */
    static Truth guard(Value image, Graph graph) {
        if (image.text().isEmpty()) {
            return image.isMissing() ? Truth.FALSE : Truth.UNKNOWN;
        }
        // The controller resolves a reference first: beside a digest the tag counts for nothing.
        String reference = image.text().get().replaceFirst(":[\\w.-]{1,128}@", "@");
        Truth guarded = Truth.FALSE;
        for (Resource policy : graph.ofType(POLICY)) {
            guarded = guarded.or(
                    policy.get(MODE).is("enforce").and(() -> policy.get(IMAGES).any(one -> one.get(GLOB)
                            .matches(glob -> pattern(glob).matcher(reference).matches()))));
        }
        return guarded;
    }

    /** One star stands for anything but a slash, two for anything. */
    private static Pattern pattern(String glob) {
        return Pattern.compile(STARS.matcher(Pattern.quote(glob))
                .replaceAll(
                        stars -> Matcher.quoteReplacement(stars.group().length() == 1 ? "\\E[^/]*\\Q" : "\\E.*\\Q")));
    }
}
