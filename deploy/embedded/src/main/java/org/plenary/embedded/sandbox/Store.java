package org.plenary.embedded.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All objects, each belonging to one account, in memory and in the journal. Changes are made inside
 * {@link #transact}: all of them are kept or none. What is read is a copy; {@link #put} makes a change to it count.
 */
final class Store implements AutoCloseable {
    /** The owner of what is the sandbox's own: settings, remembered answers, deliveries. */
    static final String OWN = "";

    private record Entry(String account, @Nullable ObjectNode object) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Map<String, Entry>> byKind = new LinkedHashMap<>();
    private final Map<String, Entry> changed = new LinkedHashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final Journal journal;
    private int depth;

    Store(Path folder) {
        journal = Journal.open(folder, this::replay);
        compact();
    }

    <T> T transact(Supplier<T> work) {
        List<Runnable> hooks = List.of();
        lock.lock();
        try {
            depth++;
            try {
                T result = work.get();
                if (depth == 1) {
                    hooks = commit();
                }
                return result;
            } finally {
                depth--;
                if (depth == 0) {
                    changed.clear();
                    afterCommit.clear();
                }
            }
        } finally {
            lock.unlock();
            hooks.forEach(Runnable::run);
        }
    }

    /** Runs something once the current transaction is kept; not at all if it is not. */
    void afterCommit(Runnable hook) {
        afterCommit.add(hook);
    }

    ObjectNode put(String account, ObjectNode object) {
        requireTransaction();
        changed.put(Json.text(object, "id"), new Entry(account, object.deepCopy()));
        return object;
    }

    void remove(String id) {
        requireTransaction();
        changed.put(id, new Entry(OWN, null));
    }

    Optional<ObjectNode> find(String account, String id) {
        return lookUp(id, account);
    }

    /** Whichever account it belongs to. */
    Optional<ObjectNode> findAnywhere(String id) {
        return lookUp(id, null);
    }

    private Optional<ObjectNode> lookUp(String id, @Nullable String account) {
        lock.lock();
        try {
            Entry entry = changed.get(id);
            if (entry == null) {
                entry = byKind.getOrDefault(Ids.kind(id), Map.of()).get(id);
            }
            if (entry == null
                    || entry.object() == null
                    || account != null && !entry.account().equals(account)) {
                return Optional.empty();
            }
            return Optional.of(entry.object().deepCopy());
        } finally {
            lock.unlock();
        }
    }

    /** The objects of one kind and account in the order they were made; {@code null} for those of all accounts. */
    List<ObjectNode> all(String kind, @Nullable String account) {
        lock.lock();
        try {
            Map<String, Entry> entries = new LinkedHashMap<>(byKind.getOrDefault(kind, Map.of()));
            changed.forEach((id, entry) -> {
                if (Ids.kind(id).equals(kind)) {
                    entries.put(id, entry);
                }
            });
            List<ObjectNode> found = new ArrayList<>();
            for (Entry entry : entries.values()) {
                if (entry.object() != null
                        && (account == null || entry.account().equals(account))) {
                    found.add(entry.object().deepCopy());
                }
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    void reset() {
        lock.lock();
        try {
            byKind.clear();
            compact();
        } finally {
            lock.unlock();
        }
    }

    private List<Runnable> commit() {
        if (!changed.isEmpty()) {
            journal.append(line(changed));
            changed.forEach(this::apply);
        }
        return List.copyOf(afterCommit);
    }

    private void apply(String id, Entry entry) {
        Map<String, Entry> entries = byKind.computeIfAbsent(Ids.kind(id), _ -> new LinkedHashMap<>());
        if (entry.object() == null) {
            entries.remove(id);
        } else {
            entries.put(id, entry);
        }
    }

    private void compact() {
        journal.rewrite(byKind.values().stream()
                .flatMap(entries -> entries.entrySet().stream())
                .map(entry -> line(Map.of(entry.getKey(), entry.getValue()))));
    }

    private void replay(ObjectNode line) {
        for (JsonNode change : line.path("put")) {
            JsonNode value = change.path("object");
            apply(
                    Json.text(change, "id"),
                    new Entry(Json.text(change, "account"), value instanceof ObjectNode object ? object : null));
        }
    }

    private static ObjectNode line(Map<String, Entry> entries) {
        ObjectNode line = Json.object();
        ArrayNode puts = line.putArray("put");
        entries.forEach((id, entry) -> {
            ObjectNode put = puts.addObject();
            put.put("id", id);
            put.put("account", entry.account());
            put.set("object", entry.object());
        });
        return line;
    }

    private void requireTransaction() {
        if (!lock.isHeldByCurrentThread() || depth == 0) {
            throw new IllegalStateException("Changes are made inside a transaction");
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            journal.close();
        } finally {
            lock.unlock();
        }
    }
}
