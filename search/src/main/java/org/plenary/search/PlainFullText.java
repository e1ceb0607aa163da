package org.plenary.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.fulltext.DocumentSource;
import org.plenary.fulltext.FullText;
import org.plenary.fulltext.PlainQuery;
import org.plenary.kernel.Problem;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionTimedOutException;

/**
 * Finds by the database alone, as people type it: words, phrases, exclusions and fields are read as for the index. Few at a time, so that
 * a search that everybody needs keeps nobody from registering.
 */
@Component
class PlainFullText {
    private static final int AT_ONCE = 3;
    private static final int PATIENCE_SECONDS = 2;

    /** No cursor of the index has a dot. */
    private static final String CURSOR = "plain.";

    private final Map<String, DocumentSource> sources;
    private final Semaphore places = new Semaphore(AT_ONCE);

    PlainFullText(List<DocumentSource> sources) {
        this.sources = sources.stream().collect(Collectors.toMap(DocumentSource::kind, Function.identity()));
    }

    /** Whether the page before was answered here. */
    static boolean isOurs(@Nullable String cursor) {
        return cursor != null && cursor.startsWith(CURSOR);
    }

    /** @param query with no cursor, or with one of ours */
    FullText.Result search(FullText.Query query) {
        var source = sources.get(query.kind());
        if (source == null) throw unavailable();
        var asked = asked(query);
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
        try {
            var page = source.search(asked);
            var hits = page.ids().stream()
                    .map(id -> new FullText.Hit(id, 0, Map.of()))
                    .toList();
            var next = page.isMore() && page.last() != null ? cursor(page.last()) : null;
            return new FullText.Result(hits, page.total(), page.facets(), next, true);
        } catch (QueryTimeoutException | TransactionTimedOutException e) {
            throw unavailable();
        } finally {
            places.release();
        }
    }

    static Problem.Unavailable unavailable() {
        return new Problem.Unavailable(
                "search_unavailable", "Search is not available at the moment; everything else works. Try again soon.");
    }

    private static PlainQuery asked(FullText.Query query) {
        var typed = Typed.parse(query.text(), query.inFiles());
        return new PlainQuery(
                query.conference(),
                words(
                        typed.parts(),
                        Synonyms.of(typed.plain(), query.synonyms()).iterator()),
                words(typed.excluded(), Collections.emptyIterator()),
                new HashMap<>(query.filters()),
                query.facets(),
                query.known(),
                query.limit(),
                query.order(),
                after(query));
    }

    /** @param others of each plain word what means the same */
    private static List<PlainQuery.Word> words(List<Typed.Part> parts, Iterator<Set<String>> others) {
        return parts.stream()
                .map(part -> new PlainQuery.Word(
                        part.text().replace('\0', ' ').replaceAll("\\s+", " ").strip(),
                        part.field(),
                        part.isPlain() && others.hasNext() ? others.next() : Set.<String>of()))
                .filter(word -> !word.text().isEmpty())
                .toList();
    }

    private static String cursor(PlainQuery.Last last) {
        var key = last.key();
        if (key == null) return CURSOR + last.id();
        return CURSOR + last.id() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static PlainQuery.@Nullable Last after(FullText.Query query) {
        var cursor = query.after();
        if (cursor == null) return null;
        try {
            var parts = cursor.substring(CURSOR.length()).split("\\.", 2);
            var id = UUID.fromString(parts[0]);
            if (parts.length > 1 != query.order() instanceof FullText.Order.By) throw Cursor.notOurs();
            if (parts.length == 1) return new PlainQuery.Last(id, null);
            var key = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            if (key.indexOf('\0') >= 0) throw Cursor.notOurs();
            return new PlainQuery.Last(id, key);
        } catch (IllegalArgumentException e) {
            throw Cursor.notOurs();
        }
    }
}
