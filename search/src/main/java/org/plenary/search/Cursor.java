package org.plenary.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.plenary.kernel.Problem;

/** Where a page of results ended: the score and id of its last hit, opaque on the wire. */
record Cursor(double score, UUID id) {
    static Cursor parse(String text) {
        try {
            var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            var parts = decoded.split(" ", 2);
            var score = Double.parseDouble(parts[0]);
            if (!Double.isFinite(score)) throw new IllegalArgumentException("not a score");
            return new Cursor(score, UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new Problem.InvalidInput("/after", "cursor", "This is not a cursor of this list.");
        }
    }

    @Override
    public String toString() {
        var text = score + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    List<FieldValue> sortValues() {
        return List.of(FieldValue.of(score), FieldValue.of(id.toString()));
    }
}
