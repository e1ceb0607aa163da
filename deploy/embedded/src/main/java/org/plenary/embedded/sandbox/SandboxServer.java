package org.plenary.embedded.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The card sandbox as a process of its own: prints {@code READY} when it listens, ends when its input ends. */
public final class SandboxServer implements AutoCloseable {
    private static final long EXPIRY_CHECK_MILLIS = 500;

    private final HttpServer server;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService expiry = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("expiry").factory());
    private final Store store;
    private final Webhooks webhooks;

    private SandboxServer(HttpServer server, Store store, Webhooks webhooks) {
        this.server = server;
        this.store = store;
        this.webhooks = webhooks;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        SandboxServer sandbox = start(SandboxOptions.parse(arguments));
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        Thread.ofPlatform().daemon().start(() -> {
            awaitEndOfInput();
            ended.countDown();
        });
        System.out.println("READY");
        System.out.flush();
        ended.await();
        System.exit(0);
    }

    private static void awaitEndOfInput() {
        try {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // as good as the end
        }
    }

    /** Starts within this process and listens on 127.0.0.1. */
    public static SandboxServer start(SandboxOptions options) throws IOException {
        // else each small answer waits 40 ms for an acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), options.port()), 0);
        String address = "http://localhost:" + server.getAddress().getPort();
        Store store = new Store(options.data());
        SandboxClock clock = new SandboxClock(Clock.systemUTC(), store);
        WebhookMode mode = new WebhookMode();
        // signatures carry the real time: the receiver's tolerance is measured with its own clock
        Webhooks webhooks = new Webhooks(store, options, Clock.systemUTC(), mode);
        Listing listing = new Listing(store);
        Recorder recorder = new Recorder(options.recording());
        Events events = new Events(store, clock, listing, webhooks, recorder);
        Ledger ledger = new Ledger(store, clock, listing);
        Payouts payouts = new Payouts(store, clock, listing, ledger, events);
        Accounts accounts = new Accounts(store, clock, events);
        Disputes disputes = new Disputes(store, clock, events, ledger, listing);
        Intents intents = new Intents(store, clock, events, ledger, listing, disputes);
        Sessions sessions = new Sessions(store, clock, events, intents, listing);
        var subscribing = new Subscribing(store, clock, events, listing, intents, address);
        Pages pages = new Pages(accounts);
        Faults faults = new Faults();
        RequestLog log = new RequestLog(Clock.systemUTC());

        Routes routes = new Routes(store);
        Onboarding onboarding = new Onboarding(store, clock, accounts, pages, address);
        routes.accounts(accounts, onboarding);
        routes.checkout(new SessionRequest(accounts, clock, address, subscribing.checkout), sessions);
        Refunds refunds = new Refunds(store, clock, events, ledger, listing);
        routes.payments(intents, refunds, ledger);
        routes.payouts(payouts);
        routes.disputes(disputes);
        routes.files(new Files(store, clock, events));
        routes.events(events);
        Portal portal = new Portal(
                store, subscribing.customers, subscribing.subscriptions, subscribing.billing, pages, address);
        subscribing.route(routes, portal);
        new CreditNotes(store, events, listing, refunds, subscribing, address).route(routes);
        Idempotency idempotency = new Idempotency(store, clock, faults);
        var notes = new Api.Notes(log, recorder);
        Api api = new Api(options.secretKey(), accounts, routes, new Expansion(store), idempotency, faults, notes);

        var sandbox = new SandboxServer(server, store, webhooks);
        sandbox.context("/", api);
        sandbox.context(
                CheckoutPage.PATH, new CheckoutPage(store, clock, sessions, intents, pages, subscribing.checkout));
        sandbox.context(Portal.PATH, portal);
        sandbox.context(Onboarding.PATH, onboarding);
        sandbox.context(InvoicePage.PATH, new InvoicePage(store, subscribing.customers, subscribing.billing, pages));
        sandbox.context(CreditNotePage.PATH, new CreditNotePage(store));
        sandbox.context(
                Control.PATH,
                new Control(
                        store,
                        clock,
                        faults,
                        log,
                        mode,
                        webhooks,
                        sessions,
                        accounts,
                        ledger,
                        payouts,
                        disputes,
                        subscribing));
        String style = Pages.resource("sandbox.css");
        sandbox.context("/_assets/sandbox.css", exchange -> Http.send(exchange, 200, "text/css", style));
        sandbox.listen(sessions, subscribing.cycle);
        return sandbox;
    }

    private void listen(Sessions sessions, Cycle cycle) {
        expiry.scheduleWithFixedDelay(
                () -> guarded(sessions::expireDue), EXPIRY_CHECK_MILLIS, EXPIRY_CHECK_MILLIS, TimeUnit.MILLISECONDS);
        expiry.scheduleWithFixedDelay(
                () -> guarded(cycle::run), EXPIRY_CHECK_MILLIS, EXPIRY_CHECK_MILLIS, TimeUnit.MILLISECONDS);
        webhooks.start();
        server.setExecutor(requests);
        server.start();
    }

    private void context(String path, HttpHandler handler) {
        server.createContext(path, exchange -> answer(handler, exchange));
    }

    private static void answer(HttpHandler handler, HttpExchange exchange) throws IOException {
        try {
            handler.handle(exchange);
        } catch (StripeError e) {
            Http.json(exchange, e.status(), e.body());
        } catch (RuntimeException e) {
            e.printStackTrace();
            throw e;
        } finally {
            exchange.close();
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // a thrown exception would end the schedule
            e.printStackTrace();
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        expiry.shutdownNow();
        requests.shutdownNow();
        webhooks.close();
        store.close();
    }
}
