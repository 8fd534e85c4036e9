package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.imagePolicy;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class ImagePolicyNamesItsSignerTest implements PolicyCases {
    private static final String GLOB = "spec.images[0].glob";
    private static final String AUTHORITY = "spec.authorities[0].";
    private static final String IDENTITY = AUTHORITY + "keyless.identities[0].";
    private static final String WORKFLOWS = "https://github.com/example/palisade/.github/workflows/";

    @Override
    public Policy policy() {
        return new ImagePolicyNamesItsSigner();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("one workflow of one branch", imagePolicy().alone()),
                passes(
                        "a tag",
                        imagePolicy()
                                .with(IDENTITY + "subject", WORKFLOWS + "release.yaml@refs/tags/v1.0")
                                .alone()),
                passes(
                        "a branch of releases",
                        imagePolicy()
                                .with(IDENTITY + "subject", WORKFLOWS + "release.yaml@refs/heads/release/1.0")
                                .alone()),
                fails(
                        "a branch that nobody reviews",
                        imagePolicy()
                                .with(IDENTITY + "subject", WORKFLOWS + "release.yaml@refs/heads/feature")
                                .alone(),
                        "nobody reviews"),
                fails("it only warns", imagePolicy().with("spec.mode", "warn").alone(), "refuses nothing"),
                fails("no mode", imagePolicy().without("spec.mode").alone(), "refuses nothing"),
                fails("no images", imagePolicy().with("spec.images", List.of()).alone(), "one repository"),
                fails("every image", imagePolicy().with(GLOB, "**").alone(), "one repository"),
                fails(
                        "a registry",
                        imagePolicy().with(GLOB, "registry.example.com/**").alone(),
                        "one repository"),
                fails(
                        "names that go on",
                        imagePolicy()
                                .with(GLOB, "registry.example.com/service*")
                                .alone(),
                        "one rep"),
                fails(
                        "some workloads",
                        imagePolicy().with("spec.match", List.of("pods")).alone(),
                        "spec.match"),
                fails("no authority", imagePolicy().without("spec.authorities").alone(), "nobody in particular"),
                fails(
                        "whoever signs",
                        imagePolicy().without(AUTHORITY + "keyless.identities").alone(),
                        "more than one workflow"),
                fails(
                        "an authority that always agrees",
                        imagePolicy()
                                .without(AUTHORITY + "keyless")
                                .with(AUTHORITY + "static.action", "pass")
                                .alone(),
                        "more than one workflow"),
                fails(
                        "another issuer",
                        imagePolicy()
                                .with(IDENTITY + "issuer", "https://accounts.example.com")
                                .alone(),
                        "exact issuer"),
                fails(
                        "issuers by a pattern",
                        imagePolicy().with(IDENTITY + "issuerRegExp", ".*").alone(),
                        "exact issuer"),
                fails(
                        "subjects by a pattern",
                        imagePolicy()
                                .with(IDENTITY + "subjectRegExp", "^https://github.com/.*")
                                .alone(),
                        "exact issuer"),
                fails("no subject", imagePolicy().without(IDENTITY + "subject").alone(), "exact issuer"),
                fails(
                        "a subject that is no workflow",
                        imagePolicy()
                                .with(IDENTITY + "subject", "https://github.com/example/palisade")
                                .alone(),
                        "exact issuer"),
                fails(
                        "another authority",
                        imagePolicy()
                                .with(AUTHORITY + "keyless.url", "https://ca")
                                .alone(),
                        "log"),
                fails("no log", imagePolicy().without(AUTHORITY + "ctlog").alone(), "ctlog.url"),
                fails(
                        "a log without address",
                        imagePolicy().without(AUTHORITY + "ctlog.url").alone(),
                        "ctlog.url"),
                fails(
                        "certificates without proof",
                        imagePolicy()
                                .with(AUTHORITY + "keyless.insecureIgnoreSCT", true)
                                .alone(),
                        "Sigstore"),
                unknown(
                        "the subject is not known yet",
                        imagePolicy().unknown(IDENTITY + "subject").alone()),
                unknown(
                        "the image is not built yet",
                        imagePolicy().unknown(GLOB).alone()),
                notApplicable("no policy", stack()));
    }
}
