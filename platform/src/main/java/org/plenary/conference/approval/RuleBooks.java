package org.plenary.conference.approval;

import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Json;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The rules to which the bound tenant's conferences keep. */
@Component
public class RuleBooks {
    private final RulePins pins;
    private final RulePackRows packs;
    private final Json json;

    RuleBooks(RulePins pins, RulePackRows packs, Json json) {
        this.pins = pins;
        this.packs = packs;
        this.json = json;
    }

    /** Of the version that the conference keeps to; empty for one that keeps to none. */
    public Optional<RuleBook> of(UUID conference) {
        return pins.of(conference)
                .flatMap(pin -> packs.find(pin.code(), pin.version()))
                .map(pack -> RuleBook.read(pack.code(), pack.version(), json.read(packs.rules(pack), JsonNode.class)));
    }
}
