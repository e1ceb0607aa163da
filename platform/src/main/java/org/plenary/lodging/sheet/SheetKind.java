package org.plenary.lodging.sheet;

import java.util.List;
import org.plenary.conference.ConferenceView;

/** Something that rows of a table can be: checked all together, then written all together. */
public interface SheetKind {
    /** {@code block}, {@code bookings} or {@code invoice}. */
    String name();

    /** What columns can be. */
    List<String> targets();

    /** Those without which nothing can be written. */
    List<String> needed();

    /** Whether somebody can be told by mail. */
    boolean canMail();

    /** Finds what is wrong, with the rows themselves; writes nothing. @param about key of the hotel; empty for all */
    void check(ConferenceView conference, String about, List<SheetRow> rows);

    /** Writes good rows, in the caller's transaction. @return how many things were made of them */
    int write(ConferenceView conference, String about, List<SheetRow> rows, boolean mails);
}
