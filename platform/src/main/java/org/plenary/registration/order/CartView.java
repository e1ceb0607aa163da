package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.AskedFields;
import org.plenary.forms.AskedView;
import org.plenary.forms.Form;
import org.plenary.forms.LiveForm;
import org.plenary.kernel.Json;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Formats;
import org.plenary.registration.CartPart;
import org.plenary.registration.GroupsTaken;
import org.plenary.registration.fee.SalesRules;
import org.plenary.registration.form.FormPrices;
import org.plenary.registration.policy.Policies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Prepares the registration page: what is asked of each delegate with the answers so far, and what there is to choose. */
@Component
class CartView {
    private final Availability availability;
    private final ObjectProvider<CartPart> parts;
    private final AskedFields asked;
    private final Words words;
    private final SalesRules rules;

    CartView(
            Availability availability,
            ObjectProvider<CartPart> parts,
            AskedFields asked,
            Words words,
            SalesRules rules) {
        this.availability = availability;
        this.parts = parts;
        this.asked = asked;
        this.words = words;
        this.rules = rules;
    }

    /** How values are written for people and for scripts. */
    @Component
    record Words(Formats formats, MessageSource messages, Json json, GroupsTaken groups, Policies policies) {}

    record DelegateView(int index, String fee, List<AskedView.Section> sections) {}

    List<CartPart> parts() {
        return parts.stream().sorted(Comparator.comparingInt(CartPart::order)).toList();
    }

    /** @param values of the page's form, as they were sent */
    List<CartPart.Drawn> drawn(ConferenceView conference, MultiValueMap<String, String> values, Locale locale) {
        return drawn(conference, values, locale, buyers(conference, values, false));
    }

    /** Those whose fees are chosen in the form. */
    CartPart.Buyers buyers(ConferenceView conference, MultiValueMap<String, String> values, boolean byStaff) {
        var groups = groups(conference);
        var fees = new HashSet<String>();
        values.forEach((name, sent) -> {
            if (name.matches("delegates\\.\\d{1,3}\\.fee"))
                sent.forEach(fee -> fees.addAll(groups.getOrDefault(String.valueOf(fee), Set.of())));
        });
        return new CartPart.Buyers(fees, byStaff);
    }

    List<CartPart.Drawn> drawn(
            ConferenceView conference, MultiValueMap<String, String> values, Locale locale, CartPart.Buyers buyers) {
        return parts().stream()
                .flatMap(part -> Stream.ofNullable(part.draw(conference, locale, values, buyers)))
                .toList();
    }

    boolean isOpen(ConferenceView conference) {
        return availability.isOpen(conference);
    }

    /** What is sold out can be chosen all the same where one can wait for it. */
    boolean canWait(ConferenceView conference) {
        return availability.canWait(conference);
    }

    List<Choice> fees(ConferenceView conference, Locale locale) {
        var approved = words.policies().of(conference.id()).needsApproval();
        return choices(conference, availability.fees(conference), approved, canWait(conference), locale);
    }

    /** As staff can give them: none is closed. */
    List<Choice> feesForStaff(ConferenceView conference, Locale locale) {
        return choices(conference, availability.feesForStaff(conference), List.of(), false, locale);
    }

    private List<Choice> choices(
            ConferenceView conference,
            List<Availability.FeeOnSale> fees,
            List<String> approved,
            boolean canWait,
            Locale locale) {
        return fees.stream()
                .map(fee -> new Choice(
                        fee.key(),
                        fee.inCurrency()
                                ? fee.name().in(locale) + " · "
                                        + words.formats().money(fee.price())
                                : fee.name().in(locale),
                        help(fee, conference, approved.contains(fee.key()), locale),
                        !fee.onSale() || fee.soldOut() && !canWait))
                .toList();
    }

    /** The conference as it is sold in the currency that is chosen on the page. */
    ConferenceView chosen(ConferenceView conference, @Nullable String currency) {
        return availability.inOrMain(conference, currency);
    }

    /** The form with its prices in the currency of this view. */
    Form inCurrency(Form form, ConferenceView conference) {
        var prices = FormPrices.in(form.definition(), availability.prices(conference));
        return new Form(form.version(), form.revision(), prices);
    }

    /** Empty when there is but one. */
    List<Choice> currencies(ConferenceView conference, Locale locale) {
        var all = availability.currencies(conference);
        if (all.size() == 1) return List.of();
        return all.stream()
                .map(each -> new Choice(
                        each.getCode(),
                        each.getCode() + " · " + each.toCurrency().getDisplayName(locale)))
                .toList();
    }

    List<String> notInCurrency(ConferenceView conference, Locale locale) {
        return availability.notInCurrency(conference, locale);
    }

    boolean takesGroups(ConferenceView conference) {
        return words.groups().takesGroups(conference.id());
    }

    boolean acceptsDonations(ConferenceView conference) {
        return rules.of(conference.id()).donations();
    }

    boolean asksVatId(ConferenceView conference) {
        return availability.fees(conference).stream().anyMatch(Availability.FeeOnSale::reverseCharge);
    }

    private @Nullable String help(
            Availability.FeeOnSale fee, ConferenceView conference, boolean isApproved, Locale locale) {
        var notes = new ArrayList<String>();
        if (fee.category() != null) notes.add(fee.category().in(locale));
        if (!fee.inCurrency())
            notes.add(text(
                    "registration.currency.not-in",
                    locale,
                    conference.currency().getCode()));
        else if (!fee.onSale()) notes.add(text("registration.part.closed", locale));
        else if (fee.soldOut()) notes.add(text("registration.part.sold-out", locale));
        else if (fee.left() != null) notes.add(text("registration.part.left", locale, fee.left()));
        if (fee.until() != null)
            notes.add(text("registration.part.until", locale, words.formats().date(fee.until())));
        if (fee.requiresCode()) notes.add(text("registration.part.code", locale));
        if (isApproved) notes.add(text("registration.part.approval", locale));
        return notes.isEmpty() ? null : String.join(" · ", notes);
    }

    List<DelegateView> delegates(ConferenceView conference, CartForm cart, Form form, Locale locale) {
        var left = availability.options(conference);
        var canWait = canWait(conference);
        var views = new ArrayList<DelegateView>();
        for (var i = 0; i < cart.delegates(); i++) {
            var filling = new AskedFields.Filling(
                    cart.posted(),
                    CartForm.answersOf(i),
                    cart.groupsOf(i),
                    left,
                    availability.today(conference),
                    canWait,
                    cart.isByStaff(),
                    locale);
            views.add(new DelegateView(
                    i, cart.posted().get("delegates." + i + ".fee"), asked.sections(form.definition(), filling)));
        }
        return views;
    }

    /**
     * What is asked of a delegate who has ordered already.
     *
     * @param own keys of the stock that they have a place of: these are theirs, however many are left
     */
    List<AskedView.Section> sections(
            ConferenceView conference, CartForm cart, Form form, Set<String> own, boolean isStaff, Locale locale) {
        var left = new HashMap<>(availability.options(conference));
        left.keySet().removeAll(own);
        var filling = new AskedFields.Filling(
                cart.posted(),
                CartForm.answersOf(0),
                cart.groupsOf(0),
                left,
                availability.today(conference),
                false,
                isStaff,
                locale);
        return asked.sections(form.definition(), filling);
    }

    /** What the page's script needs to show and hide fields. */
    String live(CartForm cart, Form form) {
        return words.json().write(new LiveForm.Page(LiveForm.of(form.definition(), cart.isByStaff()), cart.groups()));
    }

    Map<String, Set<String>> groups(ConferenceView conference) {
        return availability.groups(conference);
    }

    List<Choice> countries(Locale locale) {
        return asked.countries(locale);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return words.messages().getMessage(key, arguments, locale);
    }
}
