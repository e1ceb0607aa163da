package org.plenary.kernel;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/**
 * One thing wrong with one member of an input.
 *
 * @param pointer JSON pointer (RFC 6901) to the member, {@code /owner/email}; pages map it to the field of the same path
 * @param code stable, in snake_case; the message key is {@code violation.<code>} with the details as arguments
 * @param detail the sentence for people, in English; pages draw the translated one
 * @param details further members of the error, such as {@code left}
 */
public record Violation(
        String pointer,
        String code,
        String detail,
        @JsonIgnore Map<String, Object> details) {
    public Violation(String pointer, String code, String detail) {
        this(pointer, code, detail, Map.of());
    }

    @JsonAnyGetter
    Map<String, Object> further() {
        return details;
    }
}
