package dev.palisade.platform.settings;

import java.util.List;

/** Whose tokens the service accepts. */
public record AuthSettings(String issuer, String audience, String keySetUrl, List<String> keySetCidrs) {

    public AuthSettings {
        keySetCidrs = List.copyOf(keySetCidrs);
    }

    static AuthSettings read(SettingsReader reader) {
        var url = Shape.matching("an https URL", "https://[a-z0-9.-]+(:\\d+)?(/[\\w./~-]*)?");
        return new AuthSettings(
                reader.text("authIssuer", url, "The issuer that a token must name."),
                reader.text(
                        "authAudience",
                        Shape.matching("a text of letters, digits and .:/_-", "[\\w.:/-]+"),
                        "The audience that a token must name."),
                reader.text("authKeySetUrl", url, "Where the issuer publishes its keys."),
                reader.texts(
                        "authKeySetCidrs",
                        Shape.CIDR,
                        0,
                        "Blocks of the issuer, opened to the pods on 443; empty keeps the pods to DNS and database."));
    }
}
