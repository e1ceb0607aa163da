package org.plenary.registration.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.AskedFields;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.CartPart;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.fee.Fees;
import org.plenary.registration.fee.SalesRules;
import org.plenary.registration.order.Availability;
import org.plenary.registration.policy.Policies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/** What groups can have now, in words. */
@Component
class GroupOffer {
    private final Sold sold;
    private final Fees fees;
    private final AskedFields fields;
    private final Formats formats;
    private final MessageSource messages;

    GroupOffer(Sold sold, Fees fees, AskedFields fields, Formats formats, MessageSource messages) {
        this.sold = sold;
        this.fees = fees;
        this.fields = fields;
        this.formats = formats;
        this.messages = messages;
    }

    /** What there is, and which of it is for invited people only. */
    @Component
    record Sold(Availability availability, Policies policies, SalesRules rules, ObjectProvider<CartPart> parts) {
        List<CartPart> inOrder() {
            return parts.stream()
                    .sorted(Comparator.comparingInt(CartPart::order))
                    .toList();
        }
    }

    List<GroupFee> fees(ConferenceView conference, GroupRules rules, Locale locale) {
        var discounts = new HashMap<String, Fee.GroupDiscount>();
        for (var fee : fees.all(conference.id()))
            if (fee.terms().groupDiscount() != null)
                discounts.put(fee.key(), fee.terms().groupDiscount());
        var closed = sold.policies().of(conference.id()).invitationOnly();
        return sold.availability().fees(conference).stream()
                .filter(fee -> !closed.contains(fee.key()))
                .map(fee -> new GroupFee(
                        fee.key(),
                        fee.name().in(locale),
                        fee.price(),
                        notes(fee, discounts.get(fee.key()), locale),
                        !fee.onSale() ? 0 : fee.left() == null ? rules.most() : Math.min(fee.left(), rules.most())))
                .toList();
    }

    /** What is wished beside the places: rooms and tours. */
    Map<String, JsonNode> wishes(ConferenceView conference, Posted posted) {
        var wishes = new HashMap<String, JsonNode>();
        for (var part : sold.inOrder()) wishes.put(part.part(), part.wishes(conference, posted.values()));
        return wishes;
    }

    /** The coordinator is not the first guest of each room, as somebody would be who registers alone. */
    List<CartPart.Drawn> drawn(ConferenceView conference, GroupForm form, Locale locale) {
        var values = new LinkedMultiValueMap<>(form.posted().values());
        values.remove("contact.name");
        var buyers = new CartPart.Buyers(form.chosen(sold.availability().groups(conference)), false);
        return sold.inOrder().stream()
                .flatMap(part -> Stream.ofNullable(part.draw(conference, locale, values, buyers)))
                .toList();
    }

    private @Nullable String notes(Availability.FeeOnSale fee, Fee.@Nullable GroupDiscount discount, Locale locale) {
        var notes = new ArrayList<String>();
        if (fee.category() != null) notes.add(fee.category().in(locale));
        if (!fee.onSale()) notes.add(text("registration.part.closed", locale));
        else if (fee.soldOut()) notes.add(text("registration.part.sold-out", locale));
        else if (fee.left() != null) notes.add(text("registration.part.left", locale, fee.left()));
        if (fee.until() != null) notes.add(text("registration.part.until", locale, formats.date(fee.until())));
        if (discount != null)
            notes.add(text(
                    "registration.group.discount",
                    locale,
                    discount.from(),
                    discount.percent().stripTrailingZeros().toPlainString()));
        if (fee.requiresCode()) notes.add(text("registration.part.code", locale));
        return notes.isEmpty() ? null : String.join(" · ", notes);
    }

    boolean acceptsDonations(ConferenceView conference) {
        return sold.rules().of(conference.id()).donations();
    }

    /** Not while the fees are held back by the registration notice, either. */
    boolean isOpen(ConferenceView conference) {
        return sold.availability().isOpen(conference);
    }

    boolean asksVatId(ConferenceView conference) {
        return sold.availability().fees(conference).stream().anyMatch(Availability.FeeOnSale::reverseCharge);
    }

    List<Choice> countries(Locale locale) {
        return fields.countries(locale);
    }

    Map<String, String> withoutFees(Map<String, String> errors) {
        var placed = new LinkedHashMap<String, String>();
        // A fee has no input of its own: how many of it are wished has.
        errors.forEach((field, message) ->
                placed.putIfAbsent(field.replaceFirst("^(places\\.\\d+)\\.fee$", "$1.quantity"), message));
        return placed;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
