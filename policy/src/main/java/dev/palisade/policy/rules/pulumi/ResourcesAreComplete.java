package dev.palisade.policy.rules.pulumi;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Setting;
import dev.palisade.policy.framework.SettingsPolicy;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.graph.JsonText;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.regex.Pattern;

/** What AWS would refuse, or would take for another resource's default, in the middle of an update. */
@PolicyInfo(
        title = "Networks, rules and documents name what they belong to, and can be read",
        severity = Severity.MEDIUM,
        rows = {Row.A2, Row.X10},
        controls = {"NIST 800-53 CM-2", "NIST 800-53 CM-6", "PCI DSS 1.2.1", "SOC 2 CC8.1"},
        why = "An update that AWS refuses half way leaves a platform that nobody has judged.",
        remedy = "Pass on the output of the resource that is meant, and make documents by a JSON writer.",
        snippet = "SubnetArgs.builder().vpcId(vpc.id())")
public final class ResourcesAreComplete implements SettingsPolicy {
    private static final Pattern NAME = Pattern.compile("[\\p{Lower}\\d]\\S*");
    private static final Pattern ZONE = Pattern.compile("/?[\\w/-]+");

    private static final List<Setting> SETTINGS = List.of(
            named("aws:ec2/internetGateway:InternetGateway", "vpcId"),
            named("aws:ec2/networkAcl:NetworkAcl", "vpcId"),
            named("aws:ec2/route:Route", "routeTableId"),
            named("aws:ec2/routeTable:RouteTable", "vpcId"),
            named("aws:ec2/routeTableAssociation:RouteTableAssociation", "routeTableId"),
            named("aws:ec2/securityGroup:SecurityGroup", "vpcId"),
            named("aws:ec2/subnet:Subnet", "vpcId"),
            named("aws:ec2/vpcEndpoint:VpcEndpoint", "vpcId"),
            named("aws:eks/addon:Addon", "addonName"),
            named("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "securityGroupId"),
            named("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "securityGroupId"),
            matching("aws:route53/record:Record", "zoneId", ZONE),
            matching("aws:route53/record:Record", "type", Pattern.compile("[A-Z]{1,6}")),
            json("aws:cloudwatch/eventRule:EventRule", "eventPattern"),
            json("aws:ecr/lifecyclePolicy:LifecyclePolicy", "policy"),
            json("aws:eks/addon:Addon", "configurationValues"));

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    private static Setting named(String type, String path) {
        return matching(type, path, NAME);
    }

    /** What is not known yet is at least there. */
    private static Setting matching(String type, String path, Pattern form) {
        return new Setting(
                Property.of(type, path),
                value -> value.isUnknown() ? Truth.TRUE : value.matches(form.asMatchPredicate()),
                path + " names nothing");
    }

    private static Setting json(String type, String path) {
        return new Setting(
                Property.of(type, path),
                value -> value.isMissing() ? Truth.TRUE : value.matches(ResourcesAreComplete::isJson),
                path + " is no JSON");
    }

    private static boolean isJson(String text) {
        return text.isEmpty()
                || JsonText.read(text)
                        .filter(value -> value.open() instanceof Value.Fields || value.open() instanceof Value.Items)
                        .isPresent();
    }
}
