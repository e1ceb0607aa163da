package org.plenary.conference.body;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.plenary.kernel.LocalizedText;

/**
 * What a body has to do.
 *
 * @param raci what bodies of the conference have to do with it, by their ids; exactly one is accountable
 */
record Duty(UUID id, LocalizedText text, Map<UUID, Raci> raci) {
    Duty {
        raci = Map.copyOf(raci);
    }

    /** The body whose duty it is answers for it, until somebody says otherwise. */
    static Duty of(UUID id, LocalizedText text, UUID body) {
        return new Duty(id, text, Map.of(body, Raci.A));
    }

    Duty with(LocalizedText other) {
        return new Duty(id, other, raci);
    }

    Duty with(Map<UUID, Raci> other) {
        return new Duty(id, text, other);
    }

    /** Without a body that is gone; what it was accountable for falls to the one whose duty it is. */
    Duty without(UUID gone, UUID owner) {
        if (!raci.containsKey(gone)) return this;
        var left = new LinkedHashMap<>(raci);
        if (left.remove(gone) == Raci.A) left.put(owner, Raci.A);
        return with(left);
    }

    static boolean hasOneAccountable(Map<UUID, Raci> raci) {
        return raci.values().stream().filter(each -> each == Raci.A).count() == 1;
    }
}
