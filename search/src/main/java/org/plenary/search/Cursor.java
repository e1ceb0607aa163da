package org.plenary.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;

/**
 * Where a page of results ended: the score and id of its last hit, opaque on the wire. Scores depend on what else is in the
 * index, and move with it while somebody turns pages. Pages of scored results after the first are therefore read from one
 * snapshot of the index and leave out what the first page showed: nothing is shown twice and nothing is passed over.
 *
 * @param first what the first page showed; empty when all scores are equal, so that nothing moves
 * @param snapshot name of the point in time that the page was read from; null after the first page
 */
record Cursor(
        double score, UUID id, List<UUID> first, @Nullable String snapshot) {

    /** What Elasticsearch names a point in time by; it is longer with each shard, of which a tenant's documents need one. */
    private static final Pattern SNAPSHOT = Pattern.compile("[A-Za-z0-9_=+/-]{1,2000}");

    static Cursor parse(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            var score = bytes.getDouble();
            if (!Double.isFinite(score)) throw new IllegalArgumentException("not a score");
            var id = id(bytes);
            var shown = bytes.getShort();
            if (shown < 0 || shown > Page.MAXIMUM_LIMIT) throw new IllegalArgumentException("no page shows so many");
            var first = new ArrayList<UUID>(shown);
            for (var i = 0; i < shown; i++) first.add(id(bytes));
            var snapshot = StandardCharsets.US_ASCII.decode(bytes).toString();
            if (snapshot.isEmpty()) return new Cursor(score, id, List.copyOf(first), null);
            if (!SNAPSHOT.matcher(snapshot).matches()) throw new IllegalArgumentException("not a snapshot");
            return new Cursor(score, id, List.copyOf(first), snapshot);
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
        var bytes = ByteBuffer.allocate(Double.BYTES + 16 + Short.BYTES + 16 * first.size() + name.length)
                .putDouble(score);
        put(id, bytes).putShort((short) first.size());
        for (var shown : first) put(shown, bytes);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes.put(name).array());
    }

    List<FieldValue> sortValues() {
        return List.of(FieldValue.of(score), FieldValue.of(id.toString()));
    }

    private static UUID id(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static ByteBuffer put(UUID id, ByteBuffer bytes) {
        return bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
