package org.plenary.communication.sender;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.RateLimits;
import org.plenary.kernel.Ids;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets how the bound tenant's mails are signed. An address for answers counts once its owner typed the code that was sent there. */
@Component
class SigningMails {
    static final int NAME = 80;
    static final int FOOTER = 500;
    private static final int LINES = 8;
    private static final int TRIES = 5;
    private static final Duration CODE_LIFE = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MAILS = 5;

    private final MailSenders senders;
    private final RateLimits limits;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    SigningMails(
            MailSenders senders, RateLimits limits, ApplicationEventPublisher events, AuditTrail audit, Clock clock) {
        this.senders = senders;
        this.limits = limits;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public MailSenders.Stored current() {
        return senders.of(Tenancy.require().id());
    }

    /** @param name null or blank for the organization's own */
    @Transactional
    public void sign(@Nullable String name, LocalizedText footer) {
        var tenant = Tenancy.require();
        var chosen = name == null || name.isBlank() ? null : name.strip();
        var found = new Violations().optionalText("/name", chosen, NAME);
        if (chosen != null) {
            found.check(isOneLine(chosen), "/name", "one_line", "Write this on one line.");
            // what looks like another address there is what readers take for the sender
            found.check(
                    chosen.chars().noneMatch(c -> "@<>\"".indexOf(c) >= 0),
                    "/name",
                    "sender_name",
                    "A name, no address.");
        }
        footer.values().forEach((tag, text) -> {
            found.optionalText("/footer/" + tag, text, FOOTER);
            found.check(
                    text.lines().count() <= LINES, "/footer/" + tag, "too_many_lines", "At most " + LINES + " lines.");
        });
        found.throwIfAny();
        senders.lock(tenant.id());
        senders.sign(tenant.id(), chosen, footer);
        audit.record("mail-sender.changed", tenant.slug(), Map.of());
    }

    /** Sends a code there; until it is typed here, answers go where they went before. */
    @Transactional
    public void ask(@Nullable String address, Locale locale) {
        var tenant = Tenancy.require();
        var typed = address == null ? "" : address.strip();
        new Violations()
                .email("/reply_to", typed)
                .check(typed.isEmpty() || isAddress(typed), "/reply_to", "email", "This is not an e-mail address.")
                .throwIfAny();
        limits.take("reply-to", MAILS, HOUR);
        var request = Ids.next();
        senders.lock(tenant.id());
        senders.ask(tenant.id(), typed, request, clock.instant());
        events.publishEvent(new ReplyToAsked(tenant.id(), request, locale.toLanguageTag()));
        audit.record("mail-sender.reply-to-asked", tenant.slug(), Map.of());
    }

    /** What is wrong with a code that somebody typed; empty when it is right, and the address counts from now on. */
    @Transactional
    public Optional<String> prove(@Nullable String code) {
        var tenant = Tenancy.require();
        var asked = senders.lock(tenant.id()).asked();
        if (asked == null) return Optional.of("code_over");
        if (asked.tries() >= TRIES || clock.instant().isAfter(asked.at().plus(CODE_LIFE)))
            return Optional.of("code_over");
        var hash = asked.codeHash();
        var typed = code == null ? "" : code.replaceAll("\\s", "");
        if (hash == null || !Secrets.matches(salted(asked.request(), typed), hash)) {
            senders.wrong(tenant.id());
            return Optional.of("code_wrong");
        }
        senders.replyTo(tenant.id(), asked.address());
        audit.record("mail-sender.reply-to-proved", tenant.slug(), Map.of());
        return Optional.empty();
    }

    @Transactional
    public void forget() {
        var tenant = Tenancy.require();
        senders.lock(tenant.id());
        senders.replyTo(tenant.id(), null);
        audit.record("mail-sender.reply-to-removed", tenant.slug(), Map.of());
    }

    @Transactional
    public void askSample(UUID account, Locale locale) {
        limits.take("mail-sample:" + account, 2 * MAILS, HOUR);
        events.publishEvent(new MailSampleAsked(Tenancy.require().id(), Ids.next(), account, locale.toLanguageTag()));
    }

    /** A new code for the mail that is on its way. @throws Problem.NotFound when something else was asked for meanwhile */
    @Transactional
    public Letter code(UUID request) {
        var tenant = Tenancy.require().id();
        var asked = senders.lock(tenant).asked();
        if (asked == null || !asked.request().equals(request)) throw new Problem.NotFound("This address");
        var code = Ids.sixDigits();
        senders.code(tenant, request, Secrets.hash(salted(request, code)));
        return new Letter(asked.address(), code);
    }

    /** @param to the address that is to be proved */
    record Letter(String to, String code) {}

    private static String salted(UUID request, String code) {
        return request + ":" + code;
    }

    private static boolean isOneLine(String text) {
        return text.chars().noneMatch(c -> c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029');
    }

    /** As mail servers read it: one address, and nothing before or after it. */
    private static boolean isAddress(String typed) {
        try {
            var parsed = InternetAddress.parse(typed, true);
            return parsed.length == 1 && typed.equals(parsed[0].getAddress());
        } catch (AddressException e) {
            return false;
        }
    }
}
