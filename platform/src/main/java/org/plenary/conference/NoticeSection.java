package org.plenary.conference;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sections of a conference's registration notice, in the order in which people read them. */
public enum NoticeSection {
    KEY_DATES(null, true),
    VENUE(AgreementKind.CONGRESS_CENTRE, true),
    PROGRAMME(null, true),
    FEES(null, false),
    HOTELS(null, false),
    TOURS(AgreementKind.TRAVEL_AGENCY, false),
    TRANSPORT(AgreementKind.TAXI_COMPANY, true);

    private final @Nullable AgreementKind needs;
    private final boolean written;

    NoticeSection(@Nullable AgreementKind needs, boolean written) {
        this.needs = needs;
        this.written = written;
    }

    /** Whether all agreements of this kind have to be signed before it is published; each hotel names its own. */
    public boolean needs(AgreementKind kind) {
        return needs == kind;
    }

    /** Whether the organizer writes a text for it; the others consist of what is set up elsewhere. */
    public boolean isWritten() {
        return written;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The last part of its message keys. */
    public String messageKey() {
        return wire().replace('_', '-');
    }

    public static Optional<NoticeSection> ofWire(@Nullable String name) {
        return Arrays.stream(values())
                .filter(section -> section.wire().equals(name))
                .findFirst();
    }
}
