package dev.palisade.platform.settings;

import java.util.List;

/** The shape of the VPC. */
public record NetworkSettings(List<String> zones, String cidr, boolean natPerZone) {

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
                        "vpcCidr",
                        Shape.matching(
                                "a private IPv4 block of /16 to /20 on its boundary, e.g. 10.20.0.0/16",
                                "(10\\.\\d{1,3}|172\\.(1[6-9]|2\\d|3[01])|192\\.168)\\.\\d{1,3}\\.0/(1[6-9]|20)"),
                        "The VPC's address block; CidrPlan cuts it into tiers and zones."),
                reader.flag(
                        "natPerZone",
                        false,
                        "One NAT gateway for each zone instead of one for all: survives a zone's loss, costs more."));
    }
}
