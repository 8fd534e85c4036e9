package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;

/** One authority that believes anybody is enough to admit an image, so each is judged. */
@PolicyInfo(
        title = "Image policies enforce signatures of one workflow, named exactly",
        severity = Severity.HIGH,
        rows = {Row.X11, Row.C8},
        controls = {"NIST 800-53 CM-14", "NIST 800-53 SI-7(15)", "NIST 800-53 IA-9", "PCI DSS 6.3.2", "SOC 2 CC6.8"},
        why =
                "Everybody can sign with Sigstore; a pattern that fits other repositories or branches admits their images.",
        remedy =
                "Name issuer and subject in full, with Fulcio and Rekor by address, mode enforce, for one repository's digests.",
        snippet = "Map.of(\"issuer\", GITHUB, \"subject\", SIGNER.formatted(repository))")
public final class ImagePolicyNamesItsSigner implements ResourcePolicy {
    private static final String POLICY = ImagePolicies.POLICY;
    private static final Property MATCH = Property.of(POLICY, "spec.match");
    private static final Property AUTHORITIES = Property.of(POLICY, "spec.authorities");
    private static final Property KEYLESS = Property.of(POLICY, "spec.authorities[].keyless");
    private static final Property LOG = Property.of(POLICY, "spec.authorities[].ctlog");
    private static final Property FULCIO = Property.of(POLICY, "spec.authorities[].keyless.url");
    private static final Property IDENTITIES = Property.of(POLICY, "spec.authorities[].keyless.identities");
    private static final Property UNPROVED = Property.of(POLICY, "spec.authorities[].keyless.insecureIgnoreSCT");
    private static final Property REKOR = Property.of(POLICY, "spec.authorities[].ctlog.url");
    private static final Property ISSUER = Property.of(POLICY, "spec.authorities[].keyless.identities[].issuer");
    private static final Property SUBJECT = Property.of(POLICY, "spec.authorities[].keyless.identities[].subject");
    private static final Property ISSUERS = Property.of(POLICY, "spec.authorities[].keyless.identities[].issuerRegExp");
    private static final Property SUBJECTS =
            Property.of(POLICY, "spec.authorities[].keyless.identities[].subjectRegExp");
    /** Branches are told by name: what is pushed to any other has been reviewed by nobody. */
    private static final String WORKFLOW =
            "https://github\\.com/[\\w.-]+/[\\w.-]+/\\.github/workflows/[\\w.-]+\\.ya?ml@refs/(heads/(main|master|release[/-][\\w./-]+)|tags/[\\w./-]+)";

    @Override
    public Set<String> types() {
        return Set.of(POLICY);
    }

    @Override
    public Verdict check(Resource policy) {
        Value authorities = policy.get(AUTHORITIES);
        Value images = policy.get(ImagePolicies.IMAGES);
        return Verdict.require(
                        policy.get(ImagePolicies.MODE).is("enforce"), "refuses nothing: spec.mode is not enforce")
                .and(Verdict.require(
                        images.hasItems()
                                .and(() -> images.all(image -> image.get(ImagePolicies.GLOB)
                                        .matches(glob -> glob.matches("[^*@\\s]+/[^*@\\s]+@sha256:\\*")))),
                        "is about more, or less, than the digests of one repository: spec.images"))
                .and(Verdict.require(
                        policy.get(MATCH).isPresent().not(), "leaves some kinds of workloads out: spec.match"))
                .and(Verdict.require(authorities.hasItems(), "believes nobody in particular: no spec.authorities"))
                .and(
                        Verdict.require(
                                authorities.all(authority ->
                                        identified(authority.get(KEYLESS).get(IDENTITIES))),
                                "believes more than one workflow, or a branch that nobody reviews: its identities are not an exact issuer and subject"))
                .and(Verdict.require(
                        authorities.all(ImagePolicyNamesItsSigner::asksSigstore),
                        "does not ask Sigstore's authority and log: keyless.url, ctlog.url"));
    }

    private static Truth asksSigstore(Value authority) {
        return authority
                .get(KEYLESS)
                .get(FULCIO)
                .is("https://fulcio.sigstore.dev")
                .and(() -> authority.get(LOG).get(REKOR).is("https://rekor.sigstore.dev"))
                .and(() -> Paths.isOff(authority.get(KEYLESS).get(UNPROVED)));
    }

    private static Truth identified(Value identities) {
        return identities
                .hasItems()
                .and(() -> identities.all(identity -> identity.get(ISSUER)
                        .is("https://token.actions.githubusercontent.com")
                        .and(() -> identity.get(SUBJECT).matches(subject -> subject.matches(WORKFLOW)))
                        .and(() -> identity.get(ISSUERS).isPresent().not())
                        .and(() -> identity.get(SUBJECTS).isPresent().not())));
    }
}
