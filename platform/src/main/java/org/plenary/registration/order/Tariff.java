package org.plenary.registration.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.VatIds;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;
import org.plenary.registration.PriceList;
import org.plenary.registration.Sellable.Take;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.quota.Quotas;
import org.plenary.registration.voucher.Voucher;
import org.springframework.context.MessageSource;

/**
 * What the fees of one cart cost now. A price is that of the day, less the group's discount, less one voucher's, and the tax is added
 * last when the fee says so.
 *
 * <p>The seller is a country.
 */
final class Tariff {
    private final ConferenceView conference;
    private final Map<String, Fee> offered;
    private final List<Usable> vouchers;
    private final Quotas.Memberships quotas;
    private final Instant now;
    private final PlaceOrder cart;
    private final Locale locale;
    private final MessageSource messages;
    private final Violations found;
    private final String seller;
    private final Map<String, Integer> ordered = new HashMap<>();
    private final Map<UUID, Integer> uses = new HashMap<>();
    private final List<Violation> closed = new ArrayList<>();
    private final Set<String> unpriced = new HashSet<>();
    private @Nullable PriceList prices;

    Tariff(
            ConferenceView conference,
            Map<String, Fee> offered,
            List<Usable> vouchers,
            Quotas.Memberships quotas,
            Instant now,
            PlaceOrder cart,
            Locale locale,
            MessageSource messages,
            Violations found,
            String seller) {
        this.conference = conference;
        this.offered = offered;
        this.vouchers = vouchers;
        this.quotas = quotas;
        this.now = now;
        this.cart = cart;
        this.locale = locale;
        this.messages = messages;
        this.found = found;
        this.seller = seller;
        cart.delegates().forEach(wish -> {
            if (wish.fee() != null) ordered.merge(wish.fee(), 1, Integer::sum);
        });
    }

    /** @param left how often it can still be used; @param email of the buyer, null while it is not known */
    record Usable(Voucher voucher, int left, @Nullable String email) {}

    /**
     * @param listed the price before any discount, as it would be paid
     * @param voucher that made the price; null for none
     */
    record Priced(
            String description,
            Money price,
            Money listed,
            @Nullable UUID voucher,
            List<Take> takes) {}

    /** A code that opens nothing is a typing error that would cost the buyer money. A fee's code may have blanks in it. */
    void requireKnown(List<String> words, List<Voucher> named) {
        if (cart.code() == null || opensAny(cart.code())) return;
        words.stream()
                .filter(word -> !opensAny(word)
                        && named.stream().noneMatch(voucher -> voucher.code().equalsIgnoreCase(word)))
                .findFirst()
                .ifPresent(word -> found.add("/code", "unknown_code", "This code is not valid."));
    }

    private boolean opensAny(String code) {
        return offered.values().stream().anyMatch(fee -> fee.requiresCode() && fee.opensWith(code));
    }

    @Nullable
    Fee fee(String pointer, @Nullable String key) {
        if (key == null || key.isBlank()) {
            found.add(pointer, "required", "This is required.");
            return null;
        }
        var fee = offered.get(key);
        if (fee == null || isOpen(fee)) return onSale(pointer, key);
        found.add(pointer, "code_required", "This fee requires a code.");
        return fee;
    }

    /** A fee, whether or not it is sold now. */
    Optional<Fee> known(String key) {
        return Optional.ofNullable(offered.get(key));
    }

    /** As {@link #fee}, for somebody who needs no code. */
    @Nullable
    Fee onSale(String pointer, String key) {
        var fee = offered.get(key);
        if (fee == null) {
            found.add(pointer, "unknown_fee", "There is no fee of this key.");
        } else if (fee.offer(now, conference).isEmpty()) {
            closed.add(new Violation(pointer, "fee_closed", "This fee is closed: the cut-off date has passed."));
            return null;
        } else if (unpriced.contains(key)) {
            found.add(pointer, "not_in_currency", "This is not offered in " + conference.currency() + ".");
            return null;
        }
        return fee;
    }

    /** Sells in the currency of the list, in which these fees have no price now. */
    void sellIn(PriceList list, Collection<String> without) {
        prices = list;
        unpriced.addAll(without);
    }

    /** The price of something besides the fees; null when it is not offered in the currency of the cart. */
    @Nullable
    Money inCurrency(String item, Money main, String pointer) {
        var price = prices == null ? Optional.of(main) : prices.of(item, main);
        if (price.isEmpty())
            found.add(pointer, "not_in_currency", "This is not offered in " + conference.currency() + ".");
        return price.orElse(null);
    }

    private boolean isOpen(Fee fee) {
        if (fee.opensWith(cart.code())) return true;
        if (vouchers.stream().anyMatch(usable -> usable.voucher().opens(fee))) return true;
        return Tariffs.words(cart.code()).stream().anyMatch(fee::opensWith);
    }

    /** Takes one use of a voucher when there is one that fits. */
    Priced price(Fee fee, String pointer) {
        var usable = voucherFor(fee);
        if (usable == null) return amount(fee, null, takes(fee.stockKey(), pointer));
        var voucher = usable.voucher();
        uses.merge(voucher.id(), 1, Integer::sum);
        var takes = new ArrayList<Take>();
        takes.add(new Take(voucher.stockKey(), 1, "/code"));
        if (voucher.terms().usesPerPerson() != null && usable.email() != null)
            takes.add(new Take(voucher.stockKey(usable.email()), 1, "/code"));
        // The places of a reserving voucher were taken when it was made.
        if (!voucher.reserves()) takes.addAll(takes(fee.stockKey(), pointer));
        return amount(fee, voucher, takes);
    }

    /** What a place costs now that is held already, with the voucher that was used for it; it takes nothing. */
    Priced held(Fee fee, @Nullable Voucher voucher) {
        return amount(fee, voucher, List.of());
    }

    private Priced amount(Fee fee, @Nullable Voucher voucher, List<Take> takes) {
        var name = fee.name().in(locale);
        var day = fee.offer(now, conference).orElseThrow().amount();
        var listed = paid(fee, day);
        var grouped = fee.forGroup(day, ordered.getOrDefault(fee.key(), 1));
        if (voucher != null) {
            var price = paid(fee, voucher.terms().apply(grouped));
            var description = text("registration.line.voucher", name, voucher.code());
            return new Priced(description, price, listed, voucher.id(), takes);
        }
        var price = paid(fee, grouped);
        var description = price.isLessThan(listed) ? text("registration.line.group", name) : name;
        return new Priced(description, price, listed, null, takes);
    }

    /** Without tax when a business of another country owes it at home. */
    Money paid(Fee fee, Money price) {
        return isReverseCharged(fee) ? fee.withoutTax(price) : fee.withTax(price);
    }

    BigDecimal taxRate(Fee fee) {
        return isReverseCharged(fee) ? BigDecimal.ZERO : fee.taxRate();
    }

    /** What the invoice says about the tax; null for nothing. */
    @Nullable
    String taxNote(Fee fee) {
        if (isReverseCharged(fee)) return text("registration.line.reverse-charge");
        var reason = fee.terms().zeroTaxReason();
        return reason == null || fee.taxRate().signum() != 0 ? null : reason.in(locale);
    }

    private boolean isReverseCharged(Fee fee) {
        var contact = cart.contact();
        return fee.terms().reverseCharge()
                && contact != null
                && contact.isBusiness()
                && !contact.country().equals(seller)
                && VatIds.isWellFormed(contact.country(), contact.vatId());
    }

    private @Nullable Usable voucherFor(Fee fee) {
        return vouchers.stream()
                .filter(usable -> usable.voucher().isFor(fee)
                        && uses.getOrDefault(usable.voucher().id(), 0) < usable.left())
                .findFirst()
                .orElse(null);
    }

    /** A place of this key, and one of each quota that it counts in. */
    List<Take> takes(String stockKey, String pointer) {
        var takes = new ArrayList<Take>();
        takes.add(new Take(stockKey, 1, pointer));
        quotas.keysFor(stockKey).forEach(quota -> takes.add(new Take(quota, 1, pointer)));
        return takes;
    }

    boolean isCounted(String stockKey) {
        return !quotas.keysFor(stockKey).isEmpty();
    }

    /** After all fees are priced: a voucher that did nothing is told, for its buyer counts on it. */
    void requireUsed() {
        for (var usable : vouchers) {
            var voucher = usable.voucher();
            if (uses.containsKey(voucher.id())) continue;
            var fits = ordered.keySet().stream()
                    .map(offered::get)
                    .filter(Objects::nonNull)
                    .anyMatch(voucher::isFor);
            if (ordered.isEmpty()) continue;
            if (usable.left() == 0)
                found.add("/code", "voucher_used_up", "This voucher was used as often as it can be.");
            else if (!fits) found.add("/code", "voucher_not_for_fee", "This voucher is not for these fees.");
        }
    }

    /** @throws Problem.Conflict when a fee is closed */
    void requireOpen() {
        if (!closed.isEmpty())
            throw new Problem.Conflict("fee_closed", "The cut-off date of this conference has passed.", closed);
    }

    /** How many uses of each voucher by one buyer are counted, at most; to be told to the stock before it is taken. */
    Map<String, Integer> limitsPerPerson() {
        var limits = new HashMap<String, Integer>();
        for (var usable : vouchers) {
            var most = usable.voucher().terms().usesPerPerson();
            if (most != null
                    && usable.email() != null
                    && uses.containsKey(usable.voucher().id()))
                limits.put(usable.voucher().stockKey(usable.email()), most);
        }
        return limits;
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
