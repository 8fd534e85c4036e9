package dev.palisade.policy.rules.edge;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.Set;

@PolicyInfo(
        title = "Certificates are issued by ACM, validated by DNS and logged publicly",
        severity = Severity.MEDIUM,
        rows = {Row.C10, Row.X5},
        controls = {"NIST 800-53 SC-17", "PCI DSS 4.2.1.1", "SOC 2 CC6.7", "Security Hub ACM.1", "Security Hub ACM.2"},
        why =
                "An imported certificate has its key in the program's state and expires by itself; a wildcard's key opens "
                        + "every service of the domain.",
        remedy = "Let ACM issue a certificate for exact names with DNS validation.",
        snippet = "CertificateArgs.builder().domainName(\"api.example.com\").validationMethod(\"DNS\")")
public final class CertificateIsValidatedByDns implements ResourcePolicy {
    private static final String CERTIFICATE = "aws:acm/certificate:Certificate";
    private static final Property KEY = Property.of(CERTIFICATE, "privateKey");
    private static final Property METHOD = Property.of(CERTIFICATE, "validationMethod");
    private static final Property ALGORITHM = Property.of(CERTIFICATE, "keyAlgorithm");
    private static final Property LOGGING =
            Property.of(CERTIFICATE, "options.certificateTransparencyLoggingPreference");
    private static final Property DOMAIN = Property.of(CERTIFICATE, "domainName");
    private static final Property NAMES = Property.of(CERTIFICATE, "subjectAlternativeNames");

    @Override
    public Set<String> types() {
        return Set.of(CERTIFICATE);
    }

    @Override
    public Verdict check(Resource certificate) {
        Value algorithm = certificate.get(ALGORITHM);
        return Verdict.require(certificate.get(KEY).isPresent().not(), "is imported with its private key")
                .and(Verdict.require(certificate.get(METHOD).is("DNS"), "is not validated by DNS"))
                .and(Verdict.require(
                        algorithm.isPresent().not().or(() -> algorithm
                                .is("RSA_1024")
                                .not()),
                        "has a key of 1024 bits"))
                .and(Verdict.require(
                        certificate.get(LOGGING).is("DISABLED").not(), "is kept out of certificate transparency logs"))
                .and(Verdict.require(
                        certificate
                                .get(DOMAIN)
                                .matches(name -> name.startsWith("*"))
                                .not(),
                        "is for a wildcard"))
                .and(Verdict.require(
                        certificate
                                .get(NAMES)
                                .any(name -> name.matches(text -> text.startsWith("*")))
                                .not(),
                        "is for a wildcard"));
    }
}
