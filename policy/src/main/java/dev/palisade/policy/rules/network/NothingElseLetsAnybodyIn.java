package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The flows between these and the pods are not solved, so that none of them can be proved harmless. */
@PolicyInfo(
        title = "Nothing but the load balancer lets anybody in",
        severity = Severity.HIGH,
        rows = {Row.A4, Row.A1},
        controls = {"NIST 800-53 SC-7(3)", "NIST 800-53 AC-4", "PCI DSS 1.4.1", "SOC 2 CC6.6"},
        why = "A second entrance stands before neither the firewall nor the certificate nor the alarms of the first.",
        remedy = "Serve it through the load balancer, or document the exception with the flow that it opens.",
        snippet = "ListenerRuleArgs.builder().listenerArn(https.arn()).priority(10)")
public final class NothingElseLetsAnybodyIn implements ResourcePolicy {
    private static final Set<String> ENTRANCES = Set.of(
            "aws:apigateway/restApi:RestApi",
            "aws:apigateway/method:Method",
            "aws:apigatewayv2/api:Api",
            "aws:apigatewayv2/vpcLink:VpcLink",
            "aws:apprunner/service:Service",
            "aws:appsync/graphQLApi:GraphQLApi",
            "aws:cloudfront/distribution:Distribution",
            "aws:directconnect/connection:Connection",
            "aws:directconnect/gateway:Gateway",
            "aws:ec2/customerGateway:CustomerGateway",
            "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
            "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter",
            "aws:ec2/vpnConnection:VpnConnection",
            "aws:ec2/vpnGateway:VpnGateway",
            "aws:ec2clientvpn/endpoint:Endpoint",
            "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
            "aws:cloud9/environmentEC2:EnvironmentEC2",
            "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway",
            "aws:ec2/trafficMirrorSession:TrafficMirrorSession",
            "aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment",
            "aws:ec2/vpnGatewayRoutePropagation:VpnGatewayRoutePropagation",
            "aws:ec2transitgateway/connect:Connect",
            "aws:ec2transitgateway/instanceConnectEndpoint:InstanceConnectEndpoint",
            "aws:ec2transitgateway/transitGateway:TransitGateway",
            "aws:elasticbeanstalk/environment:Environment",
            "aws:ram/principalAssociation:PrincipalAssociation",
            "aws:ram/resourceShare:ResourceShare",
            "aws:rolesanywhere/trustAnchor:TrustAnchor",
            "aws:route53/resolverEndpoint:ResolverEndpoint",
            "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization",
            "aws:ssm/activation:Activation",
            "aws:ssm/association:Association",
            "aws:verifiedaccess/endpoint:Endpoint",
            "aws:workspaces/workspace:Workspace",
            "aws:elb/loadBalancer:LoadBalancer",
            "aws:globalaccelerator/accelerator:Accelerator",
            "aws:lambda/functionUrl:FunctionUrl",
            "aws:lightsail/instance:Instance",
            "aws:transfer/server:Server",
            "aws:vpclattice/service:Service",
            "aws:vpclattice/serviceNetwork:ServiceNetwork");

    private static final Property ENDPOINT_SERVICE =
            Property.of("aws:ec2/vpcEndpointService:VpcEndpointService", "acceptanceRequired");
    private static final Property INVITED = Property.of(ENDPOINT_SERVICE.type(), "allowedPrincipals");

    @Override
    public Set<String> types() {
        return Stream.concat(ENTRANCES.stream(), Stream.of(ENDPOINT_SERVICE.type()))
                .collect(Collectors.toSet());
    }

    @Override
    public Verdict check(Resource resource) {
        return resource.is(ENDPOINT_SERVICE.type())
                ? Verdict.require(
                                resource.get(ENDPOINT_SERVICE).isTrue(),
                                "lets every account connect that is named: acceptanceRequired is not true")
                        .and(Verdict.require(
                                resource.get(INVITED).any(one -> one.is("*")).not(),
                                "lets every account ask to connect: allowedPrincipals"))
                : Verdict.fail("is a way in or out beside the load balancer: " + resource.type());
    }
}
