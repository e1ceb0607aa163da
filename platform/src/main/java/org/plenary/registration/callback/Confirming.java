package org.plenary.registration.callback;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.web.Choice;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what is confirmed of somebody's coming. */
@Component
class Confirming {
    private final CallBacks callBacks;
    private final Callers callers;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final Clock clock;

    Confirming(CallBacks callBacks, Callers callers, AuditTrail audit, MessageSource messages, Clock clock) {
        this.callBacks = callBacks;
        this.callers = callers;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    /** By delegates themselves, whose order the caller has opened. */
    @Transactional
    public void bySelf(Map<UUID, List<String>> ticks) {
        ticks.forEach((delegate, ticked) -> callBacks.write(delegate, Tick.of(ticked), null, clock.instant()));
    }

    /** By staff, who have called. */
    @Transactional
    public void byStaff(UUID delegate, List<String> ticked) {
        var ticks = Tick.of(ticked);
        callBacks.write(delegate, ticks, callers.current().name(), clock.instant());
        audit.record("call-back.noted", delegate.toString(), Map.of("ticks", ticks.size()));
    }

    /** The names of what each of these has confirmed; nothing for those who have said nothing. */
    @Transactional(readOnly = true)
    public Map<UUID, List<String>> of(List<UUID> delegates) {
        var wires = new java.util.HashMap<UUID, List<String>>();
        delegates.forEach(delegate -> wires.put(delegate, List.of()));
        callBacks
                .of(delegates)
                .forEach((delegate, ticks) ->
                        wires.put(delegate, ticks.stream().map(Tick::wire).toList()));
        return wires;
    }

    List<Choice> choices(boolean isStaff, Locale locale) {
        return Arrays.stream(Tick.values())
                .map(tick -> new Choice(tick.wire(), text((isStaff ? "tick-" : "own-") + tick.wire(), locale)))
                .toList();
    }

    String text(String key, Locale locale) {
        return messages.getMessage("registration.call-back." + key, null, locale);
    }
}
