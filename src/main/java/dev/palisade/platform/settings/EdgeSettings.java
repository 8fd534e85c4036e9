package dev.palisade.platform.settings;

import java.util.List;
import java.util.Optional;

/** How the service is reached; the rate limit counts requests of one client in five minutes. */
public record EdgeSettings(
        String domainName,
        String hostedZoneId,
        Optional<String> certificateArn,
        int rateLimit,
        List<String> countries) {

    public EdgeSettings {
        countries = List.copyOf(countries);
    }

    static EdgeSettings read(SettingsReader reader) {
        return new EdgeSettings(
                reader.text("domainName", Shape.DOMAIN, "The service's host name."),
                reader.text("hostedZoneId", Shape.HOSTED_ZONE, "The public hosted zone that the host name is in."),
                reader.optionalText(
                        "certificateArn",
                        Shape.CERTIFICATE_ARN,
                        "A certificate to use; without one it is ordered and validated by DNS."),
                reader.number("rateLimit", 10, 100_000, 1000, "Requests that one client may send in five minutes."),
                reader.texts("countries", Shape.COUNTRY, 0, "Countries that may reach the service; empty means all."));
    }
}
