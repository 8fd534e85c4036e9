const {
  Stack, Duration, RemovalPolicy, Tags,
  aws_certificatemanager: acm, aws_cloudwatch: cloudwatch, aws_cloudwatch_actions: actions, aws_ec2: ec2,
  aws_ecr: ecr, aws_eks: eks, aws_elasticloadbalancingv2: elb, aws_iam: iam, aws_kms: kms, aws_logs: logs,
  aws_s3: s3, aws_secretsmanager: secrets, aws_sns: sns, aws_wafv2: waf,
} = require("aws-cdk-lib");

const ENDPOINTS = ["ecr.api", "ecr.dkr", "ec2", "eks", "eks-auth", "sts", "logs", "elasticloadbalancing", "secretsmanager"];
const MANAGED_RULES = ["CommonRuleSet", "KnownBadInputsRuleSet", "AmazonIpReputationList", "SQLiRuleSet", "LinuxRuleSet"];
const ADD_ONS = ["vpc-cni", "kube-proxy", "coredns", "aws-ebs-csi-driver", "eks-pod-identity-agent"];

class PlatformStack extends Stack {
  constructor(scope, id, props) {
    super(scope, id, props);
    this.key = new kms.Key(this, "Key", { enableKeyRotation: true });
    this.logBucket = new s3.Bucket(this, "LogBucket", {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [{ expiration: Duration.days(731), abortIncompleteMultipartUploadAfter: Duration.days(7) }],
    });
    this.network();
    this.cluster();
    this.edge();
    this.observability();
    Tags.of(this).add("stack", id);
  }

  get availabilityZones() {
    return ["eu-central-1a", "eu-central-1b", "eu-central-1c"];
  }

  network() {
    this.vpc = new ec2.Vpc(this, "Vpc", {
      ipAddresses: ec2.IpAddresses.cidr("10.40.0.0/16"),
      maxAzs: 3,
      natGateways: 3,
      subnetConfiguration: [
        { name: "public", subnetType: ec2.SubnetType.PUBLIC, mapPublicIpOnLaunch: false, cidrMask: 24 },
        { name: "node", subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
        { name: "data", subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
      ],
    });
    this.vpc.addFlowLog("FlowLog", {
      destination: ec2.FlowLogDestination.toCloudWatchLogs(
        new logs.LogGroup(this, "FlowLogGroup", { encryptionKey: this.key, retention: logs.RetentionDays.TWO_YEARS })),
    });
    this.vpc.addGatewayEndpoint("s3", { service: ec2.GatewayVpcEndpointAwsService.S3 });
    const ofEndpoints = new ec2.SecurityGroup(this, "EndpointGroup", { vpc: this.vpc, allowAllOutbound: false });
    ofEndpoints.addIngressRule(ec2.Peer.ipv4("10.40.0.0/16"), ec2.Port.tcp(443));
    for (const name of ENDPOINTS) {
      this.vpc.addInterfaceEndpoint(name, {
        service: new ec2.InterfaceVpcEndpointAwsService(name), securityGroups: [ofEndpoints], open: false,
      });
    }
    for (const tier of ["PUBLIC", "PRIVATE_WITH_EGRESS", "PRIVATE_ISOLATED"]) {
      const acl = new ec2.NetworkAcl(this, `Acl${tier}`, { vpc: this.vpc, subnetSelection: { subnetType: ec2.SubnetType[tier] } });
      for (const [number, port] of [[100, 443], [110, 80], [120, 53]]) {
        for (const direction of [ec2.TrafficDirection.INGRESS, ec2.TrafficDirection.EGRESS]) {
          acl.addEntry(`${direction}${port}`, {
            cidr: ec2.AclCidr.ipv4("10.40.0.0/16"), ruleNumber: number, traffic: ec2.AclTraffic.tcpPort(port), direction,
          });
        }
      }
    }
  }

  role(name, service, policies) {
    return new iam.Role(this, name, {
      assumedBy: new iam.ServicePrincipal(service),
      managedPolicies: policies.map((policy) => iam.ManagedPolicy.fromAwsManagedPolicyName(policy)),
    });
  }

  cluster() {
    new logs.LogGroup(this, "ClusterLogs", {
      logGroupName: "/aws/eks/prod/cluster", encryptionKey: this.key, retention: logs.RetentionDays.TWO_YEARS,
    });
    const subnetIds = this.vpc.privateSubnets.map((subnet) => subnet.subnetId);
    const cluster = new eks.CfnCluster(this, "Cluster", {
      name: "prod",
      version: "1.35",
      roleArn: this.role("ClusterRole", "eks.amazonaws.com", ["AmazonEKSClusterPolicy"]).roleArn,
      accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
      encryptionConfig: [{ provider: { keyArn: this.key.keyArn }, resources: ["secrets"] }],
      logging: { clusterLogging: { enabledTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"].map((type) => ({ type })) } },
      resourcesVpcConfig: { subnetIds, endpointPrivateAccess: true, endpointPublicAccess: false },
    });
    const template = new ec2.CfnLaunchTemplate(this, "NodeTemplate", {
      launchTemplateData: {
        metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
        monitoring: { enabled: true },
        blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: true, kmsKeyId: this.key.keyArn, volumeSize: 50, volumeType: "gp3" } }],
      },
    });
    const nodes = this.role("NodeRole", "ec2.amazonaws.com", ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"]);
    new eks.CfnNodegroup(this, "Nodes", {
      clusterName: cluster.ref,
      nodeRole: nodes.roleArn,
      subnets: subnetIds,
      instanceTypes: ["m7i.large", "m6i.large"],
      scalingConfig: { minSize: 3, maxSize: 9, desiredSize: 3 },
      launchTemplate: { id: template.ref, version: template.attrLatestVersionNumber },
    });
    for (const addonName of ADD_ONS) {
      new eks.CfnAddon(this, addonName, { addonName, clusterName: cluster.ref });
    }
    for (const [name, policy] of [["platform-admin", "ClusterAdmin"], ["service-deployer", "Edit"], ["auditor", "View"]]) {
      new eks.CfnAccessEntry(this, name, {
        clusterName: cluster.ref,
        principalArn: `arn:aws:iam::444455556666:role/${name}`,
        accessPolicies: [{ policyArn: `arn:aws:eks::aws:cluster-access-policy/AmazonEKS${policy}Policy`, accessScope: { type: "cluster" } }],
      });
    }
    new iam.CfnOIDCProvider(this, "Issuer", { url: cluster.attrOpenIdConnectIssuerUrl, clientIdList: ["sts.amazonaws.com"] });
    for (const name of ["service", "controller", "cni", "csi"]) {
      new iam.Role(this, `${name}Account`, {
        assumedBy: new iam.ServicePrincipal("pods.eks.amazonaws.com"),
        inlinePolicies: { own: new iam.PolicyDocument({ statements: [new iam.PolicyStatement({
          actions: ["kms:Decrypt"], resources: [this.key.keyArn],
        })] }) },
      });
    }
    new ecr.Repository(this, "Repository", {
      imageScanOnPush: true, imageTagMutability: ecr.TagMutability.IMMUTABLE, encryption: ecr.RepositoryEncryption.KMS, encryptionKey: this.key,
    });
    new secrets.Secret(this, "Secret", { encryptionKey: this.key });
  }

  edge() {
    const group = new ec2.SecurityGroup(this, "BalancerGroup", { vpc: this.vpc, allowAllOutbound: false });
    group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443));
    group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(80));
    const balancer = new elb.ApplicationLoadBalancer(this, "Balancer", {
      vpc: this.vpc, internetFacing: true, securityGroup: group, deletionProtection: true,
      dropInvalidHeaderFields: true, desyncMitigationMode: elb.DesyncMitigationMode.STRICTEST,
    });
    balancer.logAccessLogs(this.logBucket, "balancer");
    const target = new elb.ApplicationTargetGroup(this, "Target", {
      vpc: this.vpc, port: 5000, protocol: elb.ApplicationProtocol.HTTP, targetType: elb.TargetType.IP,
      healthCheck: { path: "/health/ready" },
    });
    const certificate = new acm.Certificate(this, "Certificate", { domainName: "api.example.com", validation: acm.CertificateValidation.fromDns() });
    balancer.addListener("Https", {
      port: 443, certificates: [certificate], sslPolicy: elb.SslPolicy.TLS13_13, defaultTargetGroups: [target], open: false,
    });
    balancer.addListener("Http", {
      port: 80, defaultAction: elb.ListenerAction.redirect({ protocol: "HTTPS", port: "443", permanent: true }), open: false,
    });
    const seen = (metricName) => ({ metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true });
    const acl = new waf.CfnWebACL(this, "WebAcl", {
      scope: "REGIONAL", defaultAction: { allow: {} }, visibilityConfig: seen("web-acl"),
      rules: [
        { name: "rate", priority: 0, action: { block: {} }, visibilityConfig: seen("rate"),
          statement: { rateBasedStatement: { limit: 2000, aggregateKeyType: "IP" } } },
        ...MANAGED_RULES.map((rules, index) => ({
          name: rules, priority: index + 1, overrideAction: { none: {} }, visibilityConfig: seen(rules),
          statement: { managedRuleGroupStatement: { vendorName: "AWS", name: `AWSManagedRules${rules}` } },
        })),
      ],
    });
    const log = new logs.LogGroup(this, "WafLogs", { logGroupName: "aws-waf-logs-prod", encryptionKey: this.key });
    new waf.CfnLoggingConfiguration(this, "WafLogging", { resourceArn: acl.attrArn, logDestinationConfigs: [log.logGroupArn] });
    new waf.CfnWebACLAssociation(this, "WafAssociation", { resourceArn: balancer.loadBalancerArn, webAclArn: acl.attrArn });
    this.balancer = balancer;
  }

  observability() {
    const topic = new sns.Topic(this, "Alarms", { masterKey: this.key, enforceSSL: true });
    const alarm = (name, metric, threshold) => new cloudwatch.Alarm(this, `${name}Alarm`, {
      metric, threshold, evaluationPeriods: 3,
    }).addAlarmAction(new actions.SnsAction(topic));
    alarm("Errors", this.balancer.metrics.httpCodeElb(elb.HttpCodeElb.ELB_5XX_COUNT), 10);
    alarm("Traffic", this.balancer.metrics.requestCount(), 100000);
    alarm("Rejected", this.balancer.metrics.rejectedConnectionCount(), 1);
    alarm("Latency", this.balancer.metrics.targetResponseTime(), 1);
    for (const metricName of ["node_cpu_utilization", "node_memory_utilization", "node_filesystem_utilization", "apiserver_request_total"]) {
      alarm(metricName, new cloudwatch.Metric({ namespace: "ContainerInsights", metricName, dimensionsMap: { ClusterName: "prod" } }), 80);
    }
  }
}

module.exports = { PlatformStack };
