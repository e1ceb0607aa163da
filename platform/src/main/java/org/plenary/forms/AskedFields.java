package org.plenary.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition.Display;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Option;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.Posted;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Prepares a form for a page: every field as its type is drawn, filled with what was sent so far. */
@Component
public class AskedFields {
    private final Formats formats;
    private final MessageSource messages;

    AskedFields(Formats formats, MessageSource messages) {
        this.formats = formats;
        this.messages = messages;
    }

    /**
     * One filling of a form.
     *
     * @param prefix of the inputs' names, with the dot
     * @param groups the key and the category names of the delegate's fee; null when it is not known
     * @param left of the options that have a limit, by their keys in the stock
     * @param today in the conference's zone
     * @param canWait whether what is sold out can be chosen all the same, to wait for it
     */
    public record Filling(
            Posted posted,
            String prefix,
            @Nullable Set<String> groups,
            Map<String, Integer> left,
            LocalDate today,
            boolean canWait,
            boolean isStaff,
            Locale locale) {}

    public List<AskedView.Section> sections(FormDefinition form, Filling filling) {
        var asked = filling.isStaff() ? form : form.withoutStaffOnly();
        var answers = PostedAnswers.read(asked, filling.posted(), filling.prefix());
        var visibility = Visibility.of(asked, answers, filling.groups(), filling.isStaff());
        return asked.sections().stream()
                .filter(section -> !section.fields().isEmpty())
                .map(section -> new AskedView.Section(
                        section.key(),
                        section.title().in(filling.locale()),
                        text(section.help(), filling),
                        section.fields().stream().anyMatch(visibility::shows),
                        section.fields().stream()
                                .map(field -> field(
                                        field,
                                        field,
                                        filling.prefix() + field.key(),
                                        field.label().in(filling.locale()),
                                        visibility.shows(field),
                                        filling))
                                .toList()))
                .toList();
    }

    /** @param owner the field that a part's options are counted for */
    private AskedView.Field field(Field field, Field owner, String name, String label, boolean shown, Filling filling) {
        var range = field.range();
        var persons = persons(field, name, filling);
        return new AskedView.Field(
                name,
                field.key(),
                field.type().wire(),
                display(field),
                shown,
                label,
                help(field, filling),
                text(field.placeholder(), filling),
                field.mandatory(),
                filling.posted().get(name),
                filling.posted().all(name),
                options(field, owner, filling),
                field.type().isTyped() ? AnswerTexts.maximum(field) : 0,
                range == null ? null : range.from(),
                range == null ? null : range.to(),
                consent(field, filling),
                parts(field, name, filling),
                persons,
                persons.size()
                        < (field.accompanying() == null
                                ? 0
                                : field.accompanying().maximum()));
    }

    private @Nullable String help(Field field, Filling filling) {
        var help = text(field.help(), filling);
        var accompanying = field.accompanying();
        if (accompanying == null) return help;
        var price = accompanying.price();
        var most = accompanying.maximum();
        var terms = price == null || price.isZero()
                ? message("registration.field.persons-free", filling, most)
                : message("registration.field.persons-price", filling, formats.money(price), most);
        return help == null ? terms : help + " " + terms;
    }

    private static String display(Field field) {
        var display = field.display() == null ? Display.RADIO : field.display();
        return display.name().toLowerCase(Locale.ROOT);
    }

    private List<AskedView.Field> parts(Field field, String name, Filling filling) {
        return Parts.of(field).stream()
                .map(part -> field(
                        asMandatoryAs(field, part),
                        field,
                        name + "." + part.key(),
                        caption(field, part, filling),
                        true,
                        filling))
                .toList();
    }

    /** An address that may be left out does not look as if its city had to be given. */
    private static Field asMandatoryAs(Field whole, Field part) {
        return whole.mandatory() ? part : FieldChange.of(part).required(false).field();
    }

    private String caption(Field field, Field part, Filling filling) {
        return message(
                "registration.part-of." + field.type().dashed() + "."
                        + part.key().replace('_', '-'),
                filling);
    }

    private List<AskedView.Person> persons(Field field, String name, Filling filling) {
        var accompanying = field.accompanying();
        if (accompanying == null) return List.of();
        var persons = new ArrayList<AskedView.Person>();
        for (var i = 0; i < PostedPersons.count(filling.posted(), name); i++) {
            var row = name + "." + i;
            var parts = accompanying.fields().stream()
                    .map(part -> field(
                            part, part, row + "." + part.key(), part.label().in(filling.locale()), true, filling))
                    .toList();
            persons.add(new AskedView.Person(i, row + ".at", parts));
        }
        return persons;
    }

    private AskedView.@Nullable Consent consent(Field field, Filling filling) {
        var consent = field.consent();
        if (consent == null) return null;
        return new AskedView.Consent(
                consent.version(),
                consent.text()
                        .in(filling.locale())
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList(),
                consent.purpose() == null ? null : consent.purpose().in(filling.locale()));
    }

    private List<Choice> options(Field field, Field owner, Filling filling) {
        return switch (field.type()) {
            case CHOICE, MULTIPLE_CHOICE ->
                field.options().stream()
                        .filter(option -> option.isOpenOn(filling.today()))
                        .map(option -> option(owner, option, filling))
                        .toList();
            case YES_NO ->
                List.of(
                        new Choice("true", message("registration.form.yes", filling)),
                        new Choice("false", message("registration.form.no", filling)));
            case COUNTRY, NATIONALITY -> countries(filling.locale());
            default -> List.of();
        };
    }

    private Choice option(Field owner, Option option, Filling filling) {
        var left = filling.left().get(FormDefinition.optionKey(owner, option));
        var label = option.label().in(filling.locale());
        if (option.price() != null && !option.price().isZero()) label += " · " + formats.money(option.price());
        if (left != null && left > 0) label += " · " + message("registration.part.left", filling, left);
        if (left != null && left == 0) label += " · " + message("registration.part.sold-out", filling);
        if (option.until() != null)
            label += " · " + message("registration.part.until", filling, formats.date(option.until()));
        return new Choice(option.key(), label, null, left != null && left == 0 && !filling.canWait());
    }

    public List<Choice> countries(Locale locale) {
        return Choice.countries(locale);
    }

    private static @Nullable String text(@Nullable LocalizedText text, Filling filling) {
        return text == null || text.isBlank() ? null : text.in(filling.locale());
    }

    private String message(String key, Filling filling, Object... arguments) {
        return messages.getMessage(key, arguments, filling.locale());
    }
}
