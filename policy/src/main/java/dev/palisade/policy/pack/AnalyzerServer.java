package dev.palisade.policy.pack;

import com.google.protobuf.Empty;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.gate.Assessment;
import dev.palisade.policy.gate.Enforcement;
import dev.palisade.policy.gate.Gate;
import dev.palisade.policy.gate.Outcome;
import dev.palisade.policy.gate.Remediator;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.StructPatch;
import dev.palisade.policy.graph.Value;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureResponse;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;
import pulumirpc.Plugin.PluginInfo;

/** Answers the engine: each resource before it is created, then the stack as a whole. */
final class AnalyzerServer extends AnalyzerGrpc.AnalyzerImplBase {
    private final CompletableFuture<Declared> declared;
    private final CompletableFuture<AnalyzerInfo> info;
    private final Clock clock;
    private @Nullable Gate gate;
    /** What each resource was asked for: where a provider is not known yet, a preview has no outputs of its resources. */
    private final Map<String, Value.Fields> planned = new ConcurrentHashMap<>();

    private final AtomicBoolean dryRun = new AtomicBoolean();

    AnalyzerServer(CompletableFuture<Declared> declared, Clock clock) {
        this.declared = declared;
        this.info = declared.thenApply(all -> PackInfo.of(all.policies()));
        this.clock = clock;
    }

    /** After what the engine waits for, loads what policies load with their first question. */
    void getReady() {
        info.join();
        gate().assess(new Graph(List.of()));
    }

    @Override
    public void handshake(AnalyzerHandshakeRequest request, StreamObserver<AnalyzerHandshakeResponse> response) {
        answer(response, AnalyzerHandshakeResponse::getDefaultInstance);
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> response) {
        answer(
                response,
                () -> PluginInfo.newBuilder().setVersion(PackInfo.VERSION).build());
    }

    @Override
    public void getAnalyzerInfo(Empty request, StreamObserver<AnalyzerInfo> response) {
        answer(response, info::join);
    }

    @Override
    public void configureStack(
            AnalyzerStackConfigureRequest request, StreamObserver<AnalyzerStackConfigureResponse> response) {
        dryRun.set(request.getDryRun());
        answer(response, AnalyzerStackConfigureResponse::getDefaultInstance);
    }

    @Override
    public void configure(ConfigureAnalyzerRequest request, StreamObserver<Empty> response) {
        answer(response, () -> {
            Configuration configuration = Configuration.of(declared.join().policies(), request.getPolicyConfigMap());
            configure(new Gate(
                    configuration.policies(),
                    configuration.enforcement(),
                    declared.join().exemptions(),
                    clock));
            return Empty.getDefaultInstance();
        });
    }

    @Override
    public void analyze(AnalyzeRequest request, StreamObserver<AnalyzeResponse> response) {
        Resource resource = WireResources.planned(request);
        planned.put(resource.urn(), resource.inputs());
        answer(response, () -> AnalyzeResponse.newBuilder()
                .addAllDiagnostics(Diagnostics.all(new Diagnostics(dryRun.get()), gate().assess(resource)))
                .build());
    }

    @Override
    public void analyzeStack(AnalyzeStackRequest request, StreamObserver<AnalyzeResponse> response) {
        answer(response, () -> {
            Assessment assessment = gate().assess(new Graph(request.getResourcesList().stream()
                    .map(resource -> WireResources.registered(
                            resource, planned.getOrDefault(resource.getUrn(), WireResources.NONE)))
                    .toList()));
            // Each resource has been judged by itself already, as the engine registered it.
            List<Outcome> relations = assessment.outcomes().stream()
                    .filter(outcome -> !(outcome.finding().policy() instanceof ResourcePolicy))
                    .toList();
            Diagnostics diagnostics = new Diagnostics(dryRun.get());
            AnalyzeResponse.Builder answer =
                    AnalyzeResponse.newBuilder().addAllDiagnostics(Diagnostics.all(diagnostics, relations));
            answer.addAllDiagnostics(diagnostics.unknown(assessment.outcomes()));
            assessment.problems().forEach(problem -> answer.addDiagnostics(diagnostics.of(problem)));
            return answer.build();
        });
    }

    @Override
    public void remediate(AnalyzeRequest request, StreamObserver<RemediateResponse> response) {
        Remediator remediator = declared.join().remediator();
        if (!remediator.knows(request.getType())) {
            answer(response, RemediateResponse::getDefaultInstance);
            return;
        }
        answer(response, () -> {
            Resource planned = WireResources.planned(request);
            RemediateResponse.Builder answer = RemediateResponse.newBuilder();
            for (Remediator.Applied applied : remediator.apply(planned)) {
                answer.addRemediations(AnalyzerOuterClass.Remediation.newBuilder()
                        .setPolicyPackName(PackInfo.NAME)
                        .setPolicyPackVersion(PackInfo.VERSION)
                        .setPolicyName(applied.remediation().id())
                        .setDescription(applied.remediation().done())
                        .setProperties(StructPatch.apply(request.getProperties(), planned.inputs(), applied.inputs())));
            }
            return answer.build();
        });
    }

    @Override
    public void cancel(Empty request, StreamObserver<Empty> response) {
        answer(response, Empty::getDefaultInstance);
    }

    /** The engine configures on one thread and analyzes on others. */
    private synchronized Gate gate() {
        if (gate == null) {
            Declared all = declared.join();
            gate = new Gate(all.policies(), Enforcement.MANDATORY, all.exemptions(), clock);
        }
        return gate;
    }

    private synchronized void configure(Gate configured) {
        gate = configured;
    }

    private static <T> void answer(StreamObserver<T> response, Supplier<T> answer) {
        try {
            response.onNext(answer.get());
            response.onCompleted();
        } catch (IllegalArgumentException bad) {
            response.onError(
                    Status.INVALID_ARGUMENT.withDescription(bad.getMessage()).asRuntimeException());
        }
    }
}
