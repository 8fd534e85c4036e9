package dev.palisade.policy.rules.iam;

import dev.palisade.policy.graph.PolicyDocument;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Resource;
import java.util.List;
import java.util.stream.Stream;

/** Rights over what others run or deploy next, in the hands of roles that only run it, or only look at it. */
final class DeployedContent {
    private static final List<String> IMAGES =
            List.of("ecr:PutImage", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:BatchDeleteImage");
    private static final List<String> OBJECTS = List.of("s3:PutObject", "s3:DeleteObject");

    private DeployedContent() {}

    /** The actions by which a workload, or a pipeline's preview, changes images; or a preview the state. */
    static Stream<String> changedBy(Resource role, List<PolicyStatement> rights) {
        List<String> subjects = subjects(role);
        boolean runs = subjects.stream().anyMatch(WebIdentity::isServiceAccount);
        boolean looks = !subjects.isEmpty() && subjects.stream().allMatch(DeployedContent::isPreview);
        return Stream.concat(runs || looks ? IMAGES.stream() : Stream.of(), looks ? OBJECTS.stream() : Stream.of())
                .filter(action -> rights.stream().anyMatch(statement -> statement.allows(action)));
    }

    private static boolean isPreview(String subject) {
        return subject.startsWith("repo:") && (subject.endsWith(":preview") || subject.endsWith("-preview"));
    }

    private static List<String> subjects(Resource role) {
        return PolicyDocument.of(Roles.trust(role)) instanceof PolicyDocument.Parsed parsed
                ? parsed.statements().stream()
                        .filter(WebIdentity::isAllowed)
                        .flatMap(statement -> WebIdentity.issuers(statement).stream()
                                .flatMap(host -> WebIdentity.pinned(statement, host + ":sub").stream()))
                        .toList()
                : List.of();
    }
}
