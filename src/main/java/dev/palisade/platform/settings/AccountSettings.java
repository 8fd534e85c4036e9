package dev.palisade.platform.settings;

/** Where the platform stands. */
public record AccountSettings(String id, String region) {

    static AccountSettings read(SettingsReader reader) {
        return new AccountSettings(
                reader.text(
                        "accountId",
                        Shape.ACCOUNT_ID,
                        "The only account that the stack may be deployed to; also part of policies."),
                reader.text("region", Shape.REGION, "The region of every resource."));
    }
}
