package dev.palisade.platform.settings;

import java.util.List;

/** The shape of the VPC. */
public record NetworkSettings(List<String> zones, String cidr, boolean natPerZone) {

    public NetworkSettings {
        zones = List.copyOf(zones);
    }

    static NetworkSettings read(SettingsReader reader, AccountSettings account) {
        var zones =
                reader.texts("zones", Shape.ZONE, 2, "Availability zones; adding one to the list replaces nothing.");
        for (var zone : zones) {
            if (!zone.startsWith(account.region())) {
                reader.reject("zones", "zones of " + account.region(), zone);
            }
        }
        return new NetworkSettings(
                zones,
                reader.text(
                        "vpcCidr", Shape.VPC_CIDR, "The VPC's address block; CidrPlan cuts it into tiers and zones."),
                reader.flag(
                        "natPerZone",
                        false,
                        "One NAT gateway for each zone instead of one for all: survives a zone's loss, costs more."));
    }
}
