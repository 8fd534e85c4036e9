package dev.palisade.platform.edge;

import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.acm.CertificateValidation;
import com.pulumi.aws.acm.CertificateValidationArgs;
import com.pulumi.aws.acm.outputs.CertificateDomainValidationOption;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.EdgeSettings;
import java.util.List;
import java.util.function.Function;

/** A certificate for the service's host name, proved by a DNS record, so that ACM renews it without a hand. */
final class Certificate extends Room {

    private static final int RECORD_TTL_SECONDS = 300;

    private final CertificateValidation validated;

    Certificate(EdgeSettings edge, ComponentResourceOptions options) {
        super("edge:Certificate", "certificate", options);
        var certificate = new com.pulumi.aws.acm.Certificate(
                "service",
                CertificateArgs.builder()
                        .domainName(edge.domainName())
                        .validationMethod("DNS")
                        .keyAlgorithm("EC_prime256v1")
                        .build(),
                inside());
        Function<Function<CertificateDomainValidationOption, java.util.Optional<String>>, Output<String>> proof =
                part -> certificate.domainValidationOptions().applyValue(domains -> part.apply(domains.get(0))
                        .orElseThrow());
        var record = new Record(
                "certificate-proof",
                RecordArgs.builder()
                        .zoneId(edge.hostedZoneId())
                        .name(proof.apply(CertificateDomainValidationOption::resourceRecordName))
                        .type("CNAME")
                        .records(proof.apply(CertificateDomainValidationOption::resourceRecordValue)
                                .applyValue(List::of))
                        .ttl(RECORD_TTL_SECONDS)
                        .allowOverwrite(true)
                        .build(),
                inside());
        validated = new CertificateValidation(
                "service",
                CertificateValidationArgs.builder()
                        .certificateArn(certificate.arn())
                        .validationRecordFqdns(record.fqdn().applyValue(List::of))
                        .build(),
                inside());
        finished();
    }

    /** The certificate's ARN, known once ACM has issued it. */
    Output<String> arn() {
        return validated.certificateArn();
    }
}
