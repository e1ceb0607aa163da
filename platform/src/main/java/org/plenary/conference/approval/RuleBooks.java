package org.plenary.conference.approval;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.plenary.kernel.Json;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The rules to which the bound tenant's conferences keep. */
@Component
public class RuleBooks {
    private final RulePins pins;
    private final RulePackRows packs;
    private final Json json;
    private final Map<String, RuleBook> books = new ConcurrentHashMap<>();

    RuleBooks(RulePins pins, RulePackRows packs, Json json) {
        this.pins = pins;
        this.packs = packs;
        this.json = json;
    }

    /** Of the version that the conference keeps to; empty for one that keeps to none. */
    public Optional<RuleBook> of(UUID conference) {
        return pins.of(conference).flatMap(pin -> book(pin.code(), pin.version()));
    }

    /** Conferences keep to published versions, and those are never changed. */
    private Optional<RuleBook> book(String code, int version) {
        var key = code + " " + version;
        var known = books.get(key);
        if (known != null) return Optional.of(known);
        var read = packs.find(code, version)
                .map(pack -> RuleBook.read(code, version, json.read(packs.rules(pack), JsonNode.class)));
        read.ifPresent(book -> books.put(key, book));
        return read;
    }
}
