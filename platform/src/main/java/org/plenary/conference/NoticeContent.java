package org.plenary.conference;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/** SPI: what another module has to say in a section of a conference's registration notice. */
public interface NoticeContent {
    NoticeSection section();

    /** The same until somebody changes it: nothing in it depends on the time or on what is sold. Empty for nothing yet. */
    List<Item> items(ConferenceView conference);

    /**
     * @param detail a line below the name; may be blank
     * @param agreement that has to be signed before this item is told; null for none
     */
    record Item(
            LocalizedText name,
            LocalizedText detail,
            @Nullable UUID agreement) {}
}
