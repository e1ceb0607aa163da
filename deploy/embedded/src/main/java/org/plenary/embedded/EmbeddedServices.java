package org.plenary.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A running set of services. They stop when this is closed, and at the latest with the JVM; when the JVM is killed,
 * what it leaves behind is stopped by the next start on the same folder.
 */
public final class EmbeddedServices implements AutoCloseable {

    private final Settings settings;
    private final DataFolder folder;
    private final StripeAccess stripe;
    private final List<RunningService> running = new CopyOnWriteArrayList<>();
    private final Thread shutdownHook = new Thread(this::stop, "embedded-services-shutdown");
    private boolean stopped;

    private EmbeddedServices(Settings settings, DataFolder folder) {
        this.settings = settings;
        this.folder = folder;
        this.stripe = StripeAccess.of(folder);
    }

    /**
     * Starts all at the same time and returns when all answer; when one does not start, none is left running.
     *
     * @throws IllegalStateException when the folder is in use or a service does not start, with the end of its log
     */
    public static EmbeddedServices start(Settings settings) {
        try {
            var services = new EmbeddedServices(settings, DataFolder.open(settings.data()));
            if (settings.recording() != null) Files.deleteIfExists(settings.recording());
            Runtime.getRuntime().addShutdownHook(services.shutdownHook);
            services.startAll();
            return services;
        } catch (IOException e) {
            throw new IllegalStateException("Cannot use the data folder " + settings.data(), e);
        }
    }

    /** What runs, in the order of {@link Kind}. */
    public List<Service> services() {
        return running.stream()
                .map(RunningService::service)
                .sorted(Comparator.comparing(Service::kind))
                .toList();
    }

    /** @throws IllegalStateException when it was not among the services to start */
    public Service service(Kind kind) {
        return services().stream()
                .filter(service -> service.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(kind.displayName() + " was not started"));
    }

    /** @throws IllegalStateException when mail was not among the services to start */
    public Inbox inbox() {
        return running.stream()
                .filter(MailServer.class::isInstance)
                .map(service -> ((MailServer) service).inbox())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(Kind.MAIL.displayName() + " was not started"));
    }

    /** Stops one service and leaves the others running, as when its machine is gone. Stopping it twice does nothing more. */
    public void stop(Kind kind) {
        running.stream().filter(service -> service.service().kind() == kind).forEach(service -> {
            service.close();
            running.remove(service);
        });
    }

    /** Starts a service again that {@link #stop(Kind)} stopped: at the same address, on the same data, with an empty inbox. */
    public void startAgain(Kind kind) {
        if (running.stream().anyMatch(service -> service.service().kind() == kind)) return;
        try {
            starter(kind).call();
        } catch (Exception e) {
            throw new IllegalStateException(kind.displayName() + " did not start again", e);
        }
    }

    /**
     * How the application reaches the card sandbox: {@code api-base}, {@code secret-key}, {@code
     * connect-webhook-secret} and {@code platform-webhook-secret}. Without a running sandbox the address is one where nobody listens, so that
     * no test can ever reach Stripe itself.
     */
    public Map<String, String> stripe() {
        return stripe.settings(services().stream()
                .filter(service -> service.kind() == Kind.SANDBOX)
                .map(Service::address)
                .findFirst()
                .orElse("http://127.0.0.1:9"));
    }

    /** From now on the caller stops them when the JVM ends: an application that uses them must have ended before. */
    public void leaveExitToCaller() {
        Runtime.getRuntime().removeShutdownHook(shutdownHook);
    }

    /** Stops all at the same time; done within five seconds. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // the JVM is going down already and runs the hook, which finds nothing left to do
        }
    }

    private void startAll() {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var starting = settings.start().stream()
                    .map(kind -> executor.submit(starter(kind)))
                    .toList();
            starting.forEach(EmbeddedServices::await);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private Callable<Void> starter(Kind kind) {
        return () -> {
            add(
                    switch (kind) {
                        case POSTGRES -> PostgresServer.start(folder, settings.durable());
                        case REDIS -> RedisServer.start(folder, settings.durable());
                        case ELASTICSEARCH -> ElasticsearchNode.start(folder);
                        case MAIL -> MailServer.start(folder);
                        case SANDBOX -> CardSandbox.start(folder, stripe, settings);
                    });
            return null;
        };
    }

    private synchronized void add(RunningService service) {
        if (stopped) {
            service.close();
        } else {
            running.add(service);
        }
    }

    private static void await(Future<Void> start) {
        try {
            start.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while services were starting", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A service did not start: " + e.getMessage(), e.getCause());
        }
    }

    private synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            running.forEach(service -> executor.submit(service::close));
        }
        running.clear();
        folder.close();
    }
}
