package dev.palisade.policy.rules.edge;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "Certificates are validated before a listener shows them",
        severity = Severity.LOW,
        rows = {Row.C10, Row.X5},
        controls = {"NIST 800-53 SC-17", "PCI DSS 4.2.1.1", "SOC 2 CC6.7"},
        why = "A certificate that nobody validates stays pending, and the listener without TLS.",
        remedy = "Wait for the validation, and give the listener its certificate.",
        snippet =
                "new CertificateValidation(\"service\", CertificateValidationArgs.builder().certificateArn(certificate.arn()).build())")
public final class CertificateIsIssued implements RelationPolicy {
    private static final String CERTIFICATE = "aws:acm/certificate:Certificate";
    private static final String LISTENER = "aws:lb/listener:Listener";
    private static final String VALIDATION = "aws:acm/certificateValidation:CertificateValidation";
    private static final Property VALIDATED = Property.of(VALIDATION, "certificateArn");
    private static final Property PROOFS = Property.of(VALIDATION, "validationRecordFqdns");
    private static final Property RECORD = Property.of("aws:route53/record:Record", "name");
    private static final Property SHOWN = Property.of(LISTENER, "certificateArn");
    private static final Pattern ACM = Pattern.compile("arn:aws[a-z-]*:acm:[a-z0-9-]+:\\d{12}:certificate/.+");

    @Override
    public Set<String> types() {
        return Set.of(CERTIFICATE, LISTENER, VALIDATION);
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        if (resource.is(VALIDATION)) {
            return proof(resource, graph);
        }
        if (resource.is(CERTIFICATE)) {
            return Verdict.require(graph.referrers(resource, VALIDATED).exist(), "is never validated");
        }
        Value shown = resource.get(SHOWN);
        if (shown.isMissing()) {
            return Verdict.NOT_APPLICABLE;
        }
        Truth issued = graph.targets(resource, SHOWN, CERTIFICATE, VALIDATION)
                .exist()
                .or(shown.matches(arn -> ACM.matcher(arn).matches()));
        return Verdict.require(issued, "shows a certificate that is not ACM's");
    }

    /** The proof that the domain is ours: a record for it, where the program names records at all. */
    private static Verdict proof(Resource validation, Graph graph) {
        Truth proved = validation.get(PROOFS).all(name -> graph.ofType(RECORD.type()).stream()
                .map(record -> name.text().map(record.get(RECORD)::is).orElse(Truth.UNKNOWN))
                .reduce(name.isUnknown() ? Truth.UNKNOWN : Truth.FALSE, Truth::or));
        return Verdict.require(
                        graph.targets(validation, VALIDATED, CERTIFICATE).exist(),
                        "waits for a certificate that is not of this stack")
                .and(Verdict.require(proved, "names a record that this stack does not make: validationRecordFqdns"));
    }
}
