package dev.palisade.platform.workload;

import com.pulumi.core.Output;
import com.pulumi.deployment.Deployment;
import com.pulumi.docker.ImageArgs;
import com.pulumi.docker.inputs.DockerBuildArgs;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.nio.file.Path;

/** The service's image by its digest: the one that the settings name, or one built from the sources and pushed. */
public final class Image extends Room {

    private final Output<String> reference;

    /** Builds and pushes only if the settings name no image; the push uses the caller's own registry login. */
    public Image(StackSettings settings, Registry registry, ComponentResourceOptions options) {
        super("workload:Image", "image", options);
        reference = settings.service().image().map(Output::of).orElseGet(() -> build(registry));
        finished();
    }

    /** {@code repository@sha256:digest}. */
    public Output<String> reference() {
        return reference;
    }

    private Output<String> build(Registry registry) {
        var sources = SourceTag.of(Path.of(Deployment.getInstance().getRootDirectory(), "app"));
        return new com.pulumi.docker.Image(
                        "service",
                        ImageArgs.builder()
                                .imageName(registry.url().applyValue(url -> url + ":" + sources))
                                .build(DockerBuildArgs.builder()
                                        .context(".")
                                        .dockerfile("app/Dockerfile")
                                        .platform("linux/amd64")
                                        .build())
                                .buildOnPreview(false)
                                .build(),
                        inside())
                .repoDigest();
    }
}
