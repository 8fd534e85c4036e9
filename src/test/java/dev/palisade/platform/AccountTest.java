package dev.palisade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AccountTest {

    @Test
    void whatIsMadeBesideTheProgramIsClosedAndEncryptedToo() {
        var account = Platforms.of("prod");

        assertThat(account.one("aws:ebs/encryptionByDefault:EncryptionByDefault", "volumes")
                        .input("enabled"))
                .isEqualTo(true);
        assertThat(account.one("aws:ebs/defaultKmsKey:DefaultKmsKey", "volumes").input("keyArn"))
                .isEqualTo("arn:aws:mock:eu-central-1:111122223333:volumes");
        assertThat(account.one("aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess", "snapshots")
                        .input("state"))
                .isEqualTo("block-all-sharing");
        assertThat(account.one("aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess", "images")
                        .input("state"))
                .isEqualTo("block-new-sharing");
        assertThat(account.one("aws:ec2/serialConsoleAccess:SerialConsoleAccess", "instances")
                        .input("enabled"))
                .isEqualTo(false);
    }

    @Test
    void instancesGiveTheirMetadataToSessionsOfTheirOwnOnly() {
        assertThat(Platforms.of("dev")
                        .one("aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults", "instances")
                        .inputs())
                .containsEntry("httpTokens", "required")
                .hasEntrySatisfying("httpPutResponseHopLimit", hops -> assertThat(((Number) hops).intValue())
                        .isEqualTo(1));
    }
}
