package org.plenary.embedded.sandbox;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends events until they are taken with a 2xx. What is still to be sent is in the store, so a restart goes on with
 * it. Waits between attempts are in real time, from a quarter of a second up to half a minute.
 */
final class Webhooks implements AutoCloseable {
    private static final long FIRST_WAIT_MILLIS = 250;
    private static final long LONGEST_WAIT_MILLIS = 30_000;
    private static final long REORDER_MILLIS = 300;
    private static final int REMEMBERED = 200;
    private static final long AGE_SECONDS = 3_600;

    private record Delivery(String id, String account, String event, int attempt) {}

    private final Store store;
    private final SandboxOptions options;
    private final Clock clock;
    private final WebhookMode mode;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhooks").factory());
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Delivery> held = new ArrayList<>();
    private final Deque<Delivery> reversed = new ArrayDeque<>();
    private final Deque<ObjectNode> log = new ArrayDeque<>();

    Webhooks(Store store, SandboxOptions options, Clock clock, WebhookMode mode) {
        this.store = store;
        this.options = options;
        this.clock = clock;
        this.mode = mode;
    }

    /** Goes on with what an earlier run left unsent. */
    void start() {
        for (ObjectNode open : store.all("delivery", Store.OWN)) {
            dispatch(new Delivery(Json.text(open, "id"), Json.text(open, "account"), Json.text(open, "event"), 1));
        }
    }

    boolean listensTo(String account) {
        return !endpoint(account).url().isEmpty();
    }

    void enqueue(String account, ObjectNode event) {
        if (!listensTo(account)) {
            return;
        }
        ObjectNode open = Json.object();
        open.put("id", Ids.next("delivery_"));
        open.put("account", account);
        open.put("event", Json.text(event, "id"));
        store.put(Store.OWN, open);
        var delivery = new Delivery(Json.text(open, "id"), account, Json.text(event, "id"), 1);
        store.afterCommit(() -> dispatch(delivery));
    }

    private synchronized void dispatch(Delivery delivery) {
        if (mode.paused()) {
            held.add(delivery);
        } else if (mode.takeDrop()) {
            store.transact(() -> {
                store.remove(delivery.id());
                return delivery;
            });
            note(delivery, "dropped");
        } else if (mode.reorder()) {
            reversed.push(delivery);
            after(REORDER_MILLIS, this::sendReversed);
        } else {
            after(mode.delayMillis(), () -> attempt(delivery));
        }
    }

    /** Sends what was held, and from now on at once again. */
    synchronized int flush() {
        List<Delivery> waiting = List.copyOf(held);
        held.clear();
        waiting.forEach(this::dispatch);
        return waiting.size();
    }

    synchronized void forget() {
        held.clear();
        reversed.clear();
        log.clear();
    }

    private void sendReversed() {
        List<Delivery> newestFirst;
        synchronized (this) {
            newestFirst = List.copyOf(reversed);
            reversed.clear();
        }
        newestFirst.forEach(this::attempt);
    }

    private void after(long millis, Runnable work) {
        try {
            if (millis == 0) {
                senders.execute(work);
            } else {
                timer.schedule(() -> senders.execute(work), millis, TimeUnit.MILLISECONDS);
            }
        } catch (RejectedExecutionException closing) {
            // it is in the store and will be sent by the next run
        }
    }

    private void attempt(Delivery delivery) {
        ObjectNode event = store.find(delivery.account(), delivery.event()).orElse(null);
        if (event == null || store.find(Store.OWN, delivery.id()).isEmpty()) {
            return;
        }
        if (post(delivery, event) && (!mode.takeDuplicate() || post(delivery, event))) {
            store.transact(() -> {
                if (event.has("pending_webhooks")) {
                    event.put("pending_webhooks", 0);
                }
                store.remove(delivery.id());
                return store.put(delivery.account(), event);
            });
            return;
        }
        var next = new Delivery(delivery.id(), delivery.account(), delivery.event(), delivery.attempt() + 1);
        long wait = FIRST_WAIT_MILLIS << Math.min(delivery.attempt() - 1, 10);
        after(Math.min(wait, LONGEST_WAIT_MILLIS), () -> retry(next));
    }

    private void retry(Delivery delivery) {
        synchronized (this) {
            if (mode.paused()) {
                held.add(delivery);
                return;
            }
        }
        attempt(delivery);
    }

    private boolean post(Delivery delivery, ObjectNode event) {
        SandboxOptions.Endpoint endpoint = endpoint(delivery.account());
        long timestamp = clock.instant().getEpochSecond() - (mode.takeOldTimestamp() ? AGE_SECONDS : 0);
        String secret = mode.takeWrongSecret() ? "whsec_wrong" : endpoint.secret();
        String body = Json.pretty(Json.visible(event));
        try {
            int status = WebhookPost.send(endpoint.url(), WebhookPost.signature(secret, timestamp, body), body);
            note(delivery, String.valueOf(status));
            return status >= 200 && status < 300;
        } catch (IOException e) {
            note(delivery, e.toString());
            return false;
        }
    }

    private SandboxOptions.Endpoint endpoint(String account) {
        return account.equals(Accounts.PLATFORM) ? options.platform() : options.connect();
    }

    private synchronized void note(Delivery delivery, String result) {
        ObjectNode entry = Json.object();
        entry.put("at", clock.instant().toString());
        entry.put("event", delivery.event());
        entry.put(
                "type",
                store.find(delivery.account(), delivery.event())
                        .map(event -> Json.text(event, "type"))
                        .orElse(""));
        entry.put("account", delivery.account());
        entry.put("attempt", delivery.attempt());
        entry.put("result", result);
        log.addFirst(entry);
        if (log.size() > REMEMBERED) {
            log.removeLast();
        }
    }

    ObjectNode describe() {
        List<ObjectNode> open = store.all("delivery", Store.OWN);
        ObjectNode answer = Json.object();
        answer.set("mode", mode.describe());
        synchronized (this) {
            answer.put("held", held.size());
            answer.put("undelivered", open.size());
            ArrayNode entries = answer.putArray("deliveries");
            log.forEach(entries::add);
        }
        return answer;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        senders.shutdownNow();
    }
}
