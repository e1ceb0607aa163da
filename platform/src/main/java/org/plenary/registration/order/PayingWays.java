package org.plenary.registration.order;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Choice;
import org.plenary.registration.payway.PayBy;
import org.plenary.registration.payway.PaymentWays;
import org.plenary.registration.payway.SettingWays;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How buyers pay: by a card page, or by a bank transfer. Talks to the card provider, so it holds no transaction. */
@Component
public class PayingWays {
    private final Paying paying;
    private final Choosing choosing;
    private final PriceKeeping prices;
    private final SettingWays ways;
    private final MessageSource messages;

    PayingWays(Paying paying, Choosing choosing, PriceKeeping prices, SettingWays ways, MessageSource messages) {
        this.paying = paying;
        this.choosing = choosing;
        this.prices = prices;
        this.ways = ways;
        this.messages = messages;
    }

    /** Ways to pay that are not paid on the spot. */
    @Component
    record Choosing(ChoosingTransfer transfer, Instalments instalments, PayingLater later) {}

    /** What may be chosen; empty when there is nothing to choose. */
    public List<Choice> choices(ConferenceView conference, Locale locale) {
        var offered = offered(conference);
        if (offered.size() < 2) return List.of();
        return offered.stream()
                .map(way -> new Choice(way.wire(), text(way, "", locale), text(way, "-help", locale)))
                .toList();
    }

    private String text(PayBy way, String suffix, Locale locale) {
        return messages.getMessage("registration.payway.by-" + way.wire().replace('_', '-') + suffix, null, locale);
    }

    /** Empty while no transfers are set up and the organization cannot take cards yet. */
    List<PayBy> offered(ConferenceView conference) {
        return offered(conference, ways.of(conference.id()));
    }

    private List<PayBy> offered(ConferenceView conference, PaymentWays set) {
        var today = ways.today(conference);
        var offered = Arrays.stream(PayBy.values())
                .filter(way -> set.takes(way, conference, today))
                .filter(way -> way != PayBy.CARD || paying.takesCards())
                .filter(way -> way != PayBy.INSTALMENTS || !set.paysInParts())
                .toList();
        var isPaidNow = offered.contains(PayBy.CARD) || offered.contains(PayBy.BANK_TRANSFER);
        return offered.stream()
                .filter(way -> way != PayBy.INSTALMENTS || isPaidNow)
                .toList();
    }

    /** Nobody orders what cannot be paid. @throws Problem.Conflict {@code payments_not_ready} */
    void requireAny(ConferenceView conference) {
        if (offered(conference).isEmpty())
            throw new Problem.Conflict(
                    "payments_not_ready",
                    "This conference cannot take card payments yet; only what is free can be ordered here.");
    }

    /**
     * Invoices are for institutions: they name an organization and its postal address.
     *
     * @param isGroup whether it is a group's that has a name
     * @throws Problem.InvalidInput at {@code /pay_by} when the organizer does not offer this way
     */
    public void check(ConferenceView conference, @Nullable String payBy, @Nullable Contact contact, boolean isGroup) {
        if (chosen(conference, ways.of(conference.id()), payBy) != PayBy.INVOICE || contact == null) return;
        var found = new Violations();
        contact.checkBillable("/contact", isGroup, found);
        found.throwIfAny();
    }

    private PayBy chosen(ConferenceView conference, PaymentWays set, @Nullable String payBy) {
        var offered = offered(conference, set);
        // whether there is any way at all is looked at once the price is known
        if (payBy == null || payBy.isBlank()) return offered.isEmpty() ? PayBy.CARD : offered.getFirst();
        return PayBy.of(payBy)
                .filter(offered::contains)
                .orElseThrow(() -> new Problem.InvalidInput(
                        "/pay_by", "way_not_offered", "The organizer does not offer this way to pay."));
    }

    /**
     * Begins to pay what was just ordered.
     *
     * @return the card page; empty when the order's own page says how it is paid
     * @throws Problem.Unavailable when no card page can be had now; the order stays as it is
     */
    public Optional<URI> start(ConferenceView conference, Ordering.Placed placed, @Nullable String payBy) {
        var order = placed.order();
        var set = ways.of(conference.id());
        return switch (chosen(conference, set, payBy)) {
            case CARD -> Optional.of(cardPage(conference, set, order, placed.secret(), false));
            case BANK_TRANSFER -> {
                transfer(conference, set, order);
                yield Optional.empty();
            }
            case INSTALMENTS -> {
                choosing.instalments().choose(conference, order);
                if (offered(conference, set).contains(PayBy.CARD))
                    yield Optional.of(cardPage(conference, set, order, placed.secret(), false));
                transfer(conference, set, order);
                yield Optional.empty();
            }
            case INVOICE -> {
                choosing.later().ask(conference, order);
                yield Optional.empty();
            }
        };
    }

    /** As {@link Paying#start}. @throws Problem.Conflict {@code card_not_offered} besides */
    URI byCard(ConferenceView conference, UUID order, @Nullable String secret) {
        return byCard(conference, order, secret, false);
    }

    /** @param all of what is open, and not only the next part */
    URI byCard(ConferenceView conference, UUID order, @Nullable String secret, boolean all) {
        var set = ways.of(conference.id());
        if (!offered(conference, set).contains(PayBy.CARD))
            throw new Problem.Conflict("card_not_offered", "This conference is not paid by card.");
        return cardPage(conference, set, order, secret, all);
    }

    private URI cardPage(ConferenceView conference, PaymentWays set, UUID order, @Nullable String secret, boolean all) {
        if (set.paysInParts()) choosing.instalments().chooseIfPossible(conference, order);
        return paying.start(conference, order, secret, all);
    }

    private void transfer(ConferenceView conference, PaymentWays set, UUID order) {
        if (set.paysInParts()) choosing.instalments().chooseIfPossible(conference, order);
        choosing.transfer().choose(conference, order);
    }

    /** @throws Problem.Conflict {@code price_changed}, {@code instalments_not_offered} */
    void inParts(ConferenceView conference, UUID order) {
        requirePrice(conference, order);
        choosing.instalments().choose(conference, order);
    }

    /** @throws Problem.Conflict {@code price_changed}, or as {@link PayingLater#ask} does */
    void byInvoice(ConferenceView conference, UUID order) {
        requirePrice(conference, order);
        choosing.later().ask(conference, order);
    }

    /** @throws Problem.Conflict {@code price_changed}, or as {@link ChoosingTransfer#choose} does */
    void byTransfer(ConferenceView conference, UUID order) {
        requirePrice(conference, order);
        transfer(conference, ways.of(conference.id()), order);
    }

    private void requirePrice(ConferenceView conference, UUID order) {
        if (prices.changes(conference, order))
            throw new Problem.Conflict("price_changed", "The price has changed; look at the order again.");
    }

    void refresh(UUID order) {
        paying.refresh(order);
    }

    /** As {@link Paying#isOpen}. */
    boolean isOpen(UUID subject) {
        return paying.isOpen(subject);
    }
}
