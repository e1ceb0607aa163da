package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Formats;
import org.plenary.registration.CartPart;
import org.plenary.registration.fee.SalesRules;
import org.plenary.registration.form.AnswerRules;
import org.plenary.registration.form.Form;
import org.plenary.registration.form.FormDefinition;
import org.plenary.registration.form.FormDefinition.Field;
import org.plenary.registration.form.FormDefinition.Option;
import org.plenary.registration.form.Forms;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Prepares the registration page: what is asked of each delegate with the answers so far, and what there is to choose. */
@Component
class CartView {
    private final Availability availability;
    private final ObjectProvider<CartPart> parts;
    private final Formats formats;
    private final MessageSource messages;
    private final SalesRules rules;

    CartView(
            Availability availability,
            ObjectProvider<CartPart> parts,
            Formats formats,
            MessageSource messages,
            SalesRules rules) {
        this.availability = availability;
        this.parts = parts;
        this.formats = formats;
        this.messages = messages;
        this.rules = rules;
    }

    record DelegateView(int index, String fee, List<SectionView> sections) {}

    record SectionView(String title, List<FieldView> fields) {}

    /** @param decides whether other fields come and go with its answer */
    record FieldView(
            String name,
            String type,
            String label,
            @Nullable String help,
            boolean required,
            String value,
            List<String> values,
            List<Choice> options,
            int maximum,
            boolean decides) {}

    List<CartPart> parts() {
        return parts.stream().sorted(Comparator.comparingInt(CartPart::order)).toList();
    }

    List<CartPart.Drawn> drawn(ConferenceView conference, CartForm cart, Locale locale) {
        return parts().stream()
                .flatMap(part -> Stream.ofNullable(
                        part.draw(conference, locale, cart.posted().values())))
                .toList();
    }

    List<Choice> fees(ConferenceView conference, Locale locale) {
        return availability.fees(conference).stream()
                .map(fee -> new Choice(
                        fee.key(),
                        fee.name().in(locale) + " · " + formats.money(fee.price()),
                        help(fee, locale),
                        fee.soldOut()))
                .toList();
    }

    boolean acceptsDonations(ConferenceView conference) {
        return rules.of(conference.id()).donations();
    }

    boolean asksVatId(ConferenceView conference) {
        return availability.fees(conference).stream().anyMatch(Availability.FeeOnSale::reverseCharge);
    }

    private @Nullable String help(Availability.FeeOnSale fee, Locale locale) {
        var notes = new ArrayList<String>();
        if (fee.category() != null) notes.add(fee.category().in(locale));
        if (!fee.onSale()) notes.add(text("registration.part.closed", locale));
        else if (fee.soldOut()) notes.add(text("registration.part.sold-out", locale));
        else if (fee.left() != null) notes.add(text("registration.part.left", locale, fee.left()));
        if (fee.until() != null) notes.add(text("registration.part.until", locale, formats.date(fee.until())));
        if (fee.requiresCode()) notes.add(text("registration.part.code", locale));
        return notes.isEmpty() ? null : String.join(" · ", notes);
    }

    List<DelegateView> delegates(ConferenceView conference, CartForm cart, Form form, Locale locale) {
        var levels = availability.options(conference);
        var deciding = form.definition()
                .fields()
                .flatMap(field -> Stream.ofNullable(field.visibleIf()))
                .map(FormDefinition.VisibleIf::field)
                .toList();
        var views = new ArrayList<DelegateView>();
        for (var i = 0; i < cart.delegates(); i++) {
            var index = i;
            var answers = AnswerRules.withoutInvisible(form.definition(), cart.answers(i));
            var sections = form.definition().sections().stream()
                    .map(section -> new SectionView(
                            section.title().in(locale),
                            section.fields().stream()
                                    .filter(field -> AnswerRules.isVisible(field, answers))
                                    .map(field -> view(cart, index, field, deciding, levels, locale))
                                    .toList()))
                    .filter(section -> !section.fields().isEmpty())
                    .toList();
            views.add(new DelegateView(i, cart.posted().get("delegates." + i + ".fee"), sections));
        }
        return views;
    }

    private FieldView view(
            CartForm cart,
            int delegate,
            Field field,
            List<String> deciding,
            Map<String, Integer> levels,
            Locale locale) {
        var name = CartForm.answerName(delegate, field);
        return new FieldView(
                name,
                field.type().wire(),
                field.label().in(locale),
                field.help() == null || field.help().isBlank()
                        ? null
                        : field.help().in(locale),
                field.mandatory(),
                cart.posted().get(name),
                cart.posted().all(name),
                options(field, levels, locale),
                field.maximum() == null ? 0 : field.maximum(),
                deciding.contains(field.key()));
    }

    private List<Choice> options(Field field, Map<String, Integer> levels, Locale locale) {
        return switch (field.type()) {
            case CHOICE, MULTIPLE_CHOICE ->
                field.options().stream()
                        .map(option -> option(field, option, levels, locale))
                        .toList();
            case COUNTRY -> countries(locale);
            case TEXT, LONG_TEXT, NUMBER, DATE, EMAIL, FILE, CONSENT -> List.of();
        };
    }

    private Choice option(Field field, Option option, Map<String, Integer> levels, Locale locale) {
        var left = levels.get(Forms.stockKey(field, option));
        var label = option.label().in(locale);
        if (option.price() != null && !option.price().isZero()) label += " · " + formats.money(option.price());
        if (left != null && left > 0) label += " · " + text("registration.part.left", locale, left);
        if (left != null && left == 0) label += " · " + text("registration.part.sold-out", locale);
        return new Choice(option.key(), label, null, left != null && left == 0);
    }

    List<Choice> countries(Locale locale) {
        var collator = java.text.Collator.getInstance(locale);
        return Stream.of(Locale.getISOCountries())
                .map(code -> new Choice(code, Locale.of("", code).getDisplayCountry(locale)))
                .sorted((a, b) -> collator.compare(a.label(), b.label()))
                .toList();
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
