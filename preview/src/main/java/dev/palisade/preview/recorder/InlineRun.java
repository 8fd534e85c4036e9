package dev.palisade.preview.recorder;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.pulumi.Config;
import com.pulumi.context.internal.ConfigContextInternal;
import com.pulumi.context.internal.ContextInternal;
import com.pulumi.context.internal.LoggingContextInternal;
import com.pulumi.context.internal.OutputContextInternal;
import com.pulumi.core.internal.OutputFactory;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.deployment.internal.DeploymentInstanceInternal;
import com.pulumi.deployment.internal.Engine;
import com.pulumi.deployment.internal.Monitor;
import com.pulumi.internal.PulumiInternal;
import dev.palisade.preview.stack.StackConfiguration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;

/**
 * Runs a program in this process, on the SDK's own deployment with an engine and a monitor in place of the connections
 * to them: the seam that the SDK's mocks use as well. What {@code Pulumi.run} would read from the environment is handed
 * over, and nothing ends the process.
 */
final class InlineRun {
    private InlineRun() {}

    /**
     * The end to come, which fails with what the program throws. The program has a thread of its own, and with it the
     * SDK's state, which is the thread's.
     */
    static CompletableFuture<?> start(
            Program program, StackConfiguration configuration, ProgramLog log, Engine engine, Monitor monitor) {
        return CompletableFuture.supplyAsync(
                () -> pulumi(configuration, log, engine, monitor)
                        .runAsync(program::stack)
                        .join(),
                InlineRun::onItsOwnThread);
    }

    private static void onItsOwnThread(Runnable run) {
        var thread = new Thread(run, "program");
        thread.setDaemon(true);
        thread.start();
    }

    private static PulumiInternal pulumi(
            StackConfiguration configuration, ProgramLog log, Engine engine, Monitor monitor) {
        var config = new DeploymentImpl.Config(
                ImmutableMap.copyOf(configuration.values()), ImmutableSet.copyOf(configuration.secretKeys()));
        var state = new DeploymentImpl.DeploymentState(
                config,
                Logger.getLogger(DeploymentImpl.class.getName()),
                "organization",
                configuration.project(),
                configuration.stack(),
                configuration.root().toAbsolutePath().toString(),
                true,
                engine,
                monitor);
        state.logger = log;
        state.runner = new ProgramRunner();
        var deployment = new DeploymentImpl(state);
        DeploymentInstanceHolder.setInstance(new DeploymentInstanceInternal(deployment));
        return new PulumiInternal(
                deployment.getRunner(),
                new ContextInternal(
                        "organization",
                        configuration.project(),
                        configuration.stack(),
                        new LoggingContextInternal(deployment.getLog()),
                        new ConfigContextInternal(configuration.project(), name -> new Config(config, name)),
                        new OutputContextInternal(new OutputFactory(deployment.getRunner())),
                        List.of()));
    }
}
