package dev.palisade.policy.framework;

/** The rows of the security checklist. The thirteen items of its core are C1 to C13. */
public enum Row {
    C1("Non-root user"),
    C2("Security context"),
    C3("Resource limits"),
    C4("Health checks"),
    C5("Secrets in Kubernetes or AWS, never in code"),
    C6("Dependencies scanned"),
    C7("Code scanned"),
    C8("Container image scanned"),
    C9("Network policies"),
    C10("TLS and HTTPS"),
    C11("WAF"),
    C12("Rate limiting"),
    C13("Authentication and authorisation"),
    A1("Internet, load balancer, Service, pods"),
    A2("Private subnets, NACLs, security groups"),
    A3("Pod network with its own range"),
    A4("Reached through the load balancer only"),
    X1("Least-privilege IAM"),
    X2("Security groups open 80 and 443 only"),
    X3("EBS encrypted"),
    X4("Kubernetes secrets encrypted at rest"),
    X5("TLS in transit"),
    X6("Secrets Manager or Parameter Store"),
    X7("WAFv2 on the load balancer"),
    X8("Control-plane audit logs"),
    X9("Load balancer access logs"),
    X10("Alarms"),
    X11("Private registry, scanned and signed images"),
    X12("Scan reports kept in S3");

    private final String title;

    Row(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Whether it is one of the thirteen. */
    public boolean isItem() {
        return name().startsWith("C");
    }
}
