package org.plenary.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenary.fulltext.FullText.Order;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;

/**
 * Where a page of results ended: the place and id of its last hit, opaque on the wire. Places move while somebody turns pages: scores
 * depend on what else is in the index, and titles are changed. Pages of such results after the first are therefore read from one
 * snapshot of the index and leave out what the first page showed: nothing is shown twice and nothing is passed over.
 *
 * @param first what the first page showed; empty when nothing moves
 * @param snapshot name of the point in time that the page was read from; null after the first page
 */
record Cursor(
        Place place, UUID id, List<UUID> first, @Nullable String snapshot) {

    /** What Elasticsearch names a point in time by; it is longer with each shard, of which a tenant's documents need one. */
    private static final Pattern SNAPSHOT = Pattern.compile("[A-Za-z0-9_=+/-]{1,2000}");

    /** What stands in a key's place when there is none. */
    private static final short NO_KEY = -1;

    /** By what a hit stands where it does. */
    sealed interface Place {}

    record Score(double score) implements Place {}

    /** @param key the value of the facet that the list is ordered by; null, after all others, when the index has none */
    record Key(@Nullable String key) implements Place {}

    static Place place(Order order, Hit<?> hit) {
        if (order instanceof Order.By) {
            var key = hit.sort().getFirst();
            return new Key(key.isNull() ? null : key.stringValue());
        }
        var score = hit.score();
        return new Score(score == null ? 0 : score);
    }

    static Cursor parse(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            var score = bytes.getDouble();
            if (Double.isInfinite(score)) throw new IllegalArgumentException("not a score");
            var id = id(bytes);
            var shown = bytes.getShort();
            if (shown < 0 || shown > Page.MAXIMUM_LIMIT) throw new IllegalArgumentException("no page shows so many");
            var first = new ArrayList<UUID>(shown);
            for (var i = 0; i < shown; i++) first.add(id(bytes));
            var place = Double.isNaN(score) ? new Key(key(bytes)) : new Score(score);
            var snapshot = StandardCharsets.US_ASCII.decode(bytes).toString();
            if (snapshot.isEmpty()) return new Cursor(place, id, List.copyOf(first), null);
            if (!SNAPSHOT.matcher(snapshot).matches()) throw new IllegalArgumentException("not a snapshot");
            return new Cursor(place, id, List.copyOf(first), snapshot);
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw notOurs();
        }
    }

    static Problem.InvalidInput notOurs() {
        return new Problem.InvalidInput("/after", "cursor", "This is not a cursor of this list.");
    }

    @Override
    public String toString() {
        var name = (snapshot == null ? "" : snapshot).getBytes(StandardCharsets.US_ASCII);
        var key = place instanceof Key by && by.key() != null ? by.key().getBytes(StandardCharsets.UTF_8) : new byte[0];
        var bytes = ByteBuffer.allocate(
                        Double.BYTES + 16 + Short.BYTES + 16 * first.size() + Short.BYTES + key.length + name.length)
                .putDouble(place instanceof Score by ? by.score() : Double.NaN);
        put(id, bytes).putShort((short) first.size());
        for (var shown : first) put(shown, bytes);
        if (place instanceof Key by)
            bytes.putShort(by.key() == null ? NO_KEY : (short) key.length).put(key);
        bytes.put(name);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    /** Where the index is to go on. @throws Problem.InvalidInput when it is the cursor of another order */
    List<FieldValue> sortValues(Order order) {
        var last = FieldValue.of(id.toString());
        return switch (order) {
            case Order.Best _ when place instanceof Score by -> List.of(FieldValue.of(by.score()), last);
            case Order.Newest _ when place instanceof Score -> List.of(last);
            case Order.By _
            when place instanceof Key by -> List.of(by.key() == null ? FieldValue.NULL : FieldValue.of(by.key()), last);
            default -> throw notOurs();
        };
    }

    private static @Nullable String key(ByteBuffer bytes) {
        var length = bytes.getShort();
        if (length == NO_KEY) return null;
        if (length < 0 || length > bytes.remaining()) throw new IllegalArgumentException("not a key");
        var key = new byte[length];
        bytes.get(key);
        return new String(key, StandardCharsets.UTF_8);
    }

    private static UUID id(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static ByteBuffer put(UUID id, ByteBuffer bytes) {
        return bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
