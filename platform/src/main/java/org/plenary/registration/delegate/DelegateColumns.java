package org.plenary.registration.delegate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.FieldType;
import org.plenary.forms.Form;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.kernel.Languages;
import org.plenary.kernel.web.Choice;
import org.plenary.registration.delegate.Column.Kind;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.fee.Fees;
import org.plenary.registration.order.Source;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says which columns a conference's delegates have: those that all have, and the answers to every form that was in use. */
@Component
class DelegateColumns {
    static final List<String> STATUSES = List.of("confirmed", "awaiting_approval", "pending", "cancelled", "expired");

    /** A place that staff have not decided about yet is not the buyer's to pay. */
    static final String STATUS = """
            CASE WHEN d.status = 'pending' AND o.status = 'awaiting_approval' THEN 'awaiting_approval' ELSE d.status END""";

    /** The same without its order at hand: few are pending. */
    static final String STATUS_ALONE = """
            CASE WHEN d.status = 'pending' AND EXISTS (
                SELECT FROM orders p WHERE p.id = d.order_id AND p.status = 'awaiting_approval')
            THEN 'awaiting_approval' ELSE d.status END""";

    private static final String TOURS = """
            (SELECT string_agg(l.description || ' × ' || l.quantity, '; ' ORDER BY l.position)
             FROM order_line l WHERE l.order_id = d.order_id AND l.kind = 'tour' AND l.cancelled_at IS NULL)""";
    /** Four ticks are everything. */
    private static final String CALL_BACK = """
            coalesce((SELECT CASE cardinality(c.ticks) WHEN 4 THEN 'complete' WHEN 0 THEN 'none' ELSE 'part' END
             FROM call_back c WHERE c.delegate_id = d.id), 'none')""";

    private static final String BILLED_TO = "coalesce(o.organization, o.contact_organization)";

    private static final String ADDRESS = """
            nullif(concat_ws(', ', o.contact_street, nullif(concat_ws(' ', o.contact_postal_code, o.contact_city), ''),
                o.contact_region), '')""";

    private static final String FEE_POSITION =
            "coalesce((SELECT f.position FROM fee f WHERE f.conference_id = d.conference_id AND f.key = d.fee_key), 0)";

    private final Forms forms;
    private final Fees fees;
    private final MessageSource messages;

    DelegateColumns(Forms forms, Fees fees, MessageSource messages) {
        this.forms = forms;
        this.fees = fees;
        this.messages = messages;
    }

    /** Labels are in the reader's language. */
    Columns of(ConferenceView conference, Locale locale) {
        var countries = Choice.countries(locale);
        var answered = forms.answered(Purpose.REGISTRATION, conference.id());
        var columns = new ArrayList<>(kept(conference, answered, countries, locale));
        columns.addAll(answers(answered, columns, countries, locale));
        return new Columns(columns);
    }

    private List<Column> kept(ConferenceView conference, List<Form> answered, List<Choice> countries, Locale locale) {
        return List.of(
                new Column("name", label("name", locale), Kind.TEXT, nameless(locale), "d.name", null),
                Column.kept("email", label("email", locale), Kind.TEXT, "d.email"),
                Column.choice("country", label("country", locale), "CAST(d.country AS text)", countries),
                Column.choice("origin", label("origin", locale), Origin.sql(conference, answered), origins(locale)),
                new Column(
                        "fee",
                        label("fee", locale),
                        Kind.CHOICE,
                        fees(conference.id(), locale),
                        "d.fee_key",
                        FEE_POSITION),
                new Column("rights", label("rights", locale), Kind.CHOICES, rights(locale), Rights.JSON, null),
                Column.choice("status", label("status", locale), STATUS, statuses(locale)),
                Column.kept("order", label("order", locale), Kind.TEXT, "o.code"),
                Column.kept("ticket", label("ticket", locale), Kind.TEXT, "d.ticket_code"),
                Column.kept("group", label("group", locale), Kind.TEXT, "d.discussion_group"),
                Column.kept("tours", label("tours", locale), Kind.TEXT, TOURS),
                Column.choice("source", label("source", locale), "o.source", sources(locale)),
                Column.kept("registered_by", label("registered-by", locale), Kind.TEXT, "o.registered_by"),
                Column.choice("call_back", label("call-back", locale), CALL_BACK, callBacks(locale)),
                new Column(
                        "registered_at",
                        label("registered-at", locale),
                        Kind.INSTANT,
                        List.of(),
                        "o.created_at",
                        "o.created_at"),
                Column.kept("confirmed_at", label("confirmed-at", locale), Kind.INSTANT, "o.confirmed_at"),
                Column.kept("checked_in_at", label("checked-in-at", locale), Kind.INSTANT, "d.checked_in_at"),
                Column.kept("contact_name", label("contact-name", locale), Kind.TEXT, "o.contact_name"),
                Column.kept("contact_email", label("contact-email", locale), Kind.TEXT, "o.contact_email"),
                Column.kept("contact_organization", label("contact-organization", locale), Kind.TEXT, BILLED_TO),
                Column.kept("contact_address", label("contact-address", locale), Kind.TEXT, ADDRESS),
                Column.kept("purchase_order", label("purchase-order", locale), Kind.TEXT, "o.purchase_order"),
                Column.choice("language", label("language", locale), "o.locale", languages(locale)),
                Column.choice("settled", label("settled", locale), "o.settled", settled(locale)),
                Column.kept("form_version", label("form-version", locale), Kind.NUMBER, "d.form_version"));
    }

    /** A place of a group that nobody has taken yet. */
    private List<Choice> nameless(Locale locale) {
        return List.of(new Choice("", text("registration.group.nameless", locale)));
    }

    /** The newest version says what a field is; options that only earlier ones offered are kept. */
    private List<Column> answers(List<Form> answered, List<Column> before, List<Choice> countries, Locale locale) {
        var newest = new LinkedHashMap<String, Field>();
        var options = new HashMap<String, Map<String, Choice>>();
        for (var form : answered)
            form.definition().fields().forEach(field -> {
                newest.putIfAbsent(field.key(), field);
                var offered = options.computeIfAbsent(field.key(), _ -> new LinkedHashMap<>());
                field.options()
                        .forEach(option -> offered.putIfAbsent(
                                option.key(),
                                new Choice(option.key(), label(option.label().in(locale), option.key()))));
            });
        var taken = new HashMap<String, Integer>();
        before.forEach(column -> taken.merge(column.label(), 1, Integer::sum));
        newest.values().forEach(field -> taken.merge(field.label().in(locale), 1, Integer::sum));
        return newest.values().stream()
                .map(field -> {
                    var label = label(field.label().in(locale), field.key());
                    // two columns of one name could not be told apart
                    var unique = taken.getOrDefault(label, 1) > 1 ? label + " (" + field.key() + ")" : label;
                    return Column.answer(
                            field.key(),
                            unique,
                            kind(field.type()),
                            choices(field.type(), options.getOrDefault(field.key(), Map.of()), countries, locale));
                })
                .toList();
    }

    private static String label(String label, String key) {
        return label.isBlank() ? key : label;
    }

    /** Times of day and moments are compared as the texts that they are written as. */
    private static Kind kind(FieldType type) {
        return switch (type.family()) {
            case NUMBER -> Kind.NUMBER;
            case TIME -> type == FieldType.DATE ? Kind.DATE : Kind.TEXT;
            case CHOICE, COUNTRY, YES_NO, CONSENT -> Kind.CHOICE;
            case CHOICES -> Kind.CHOICES;
            case FILE -> Kind.FILE;
            case TEXT, PARTS, PERSONS -> Kind.TEXT;
        };
    }

    private List<Choice> choices(FieldType type, Map<String, Choice> options, List<Choice> countries, Locale locale) {
        if (type.family() == FieldType.Family.COUNTRY) return countries;
        if (type == FieldType.CONSENT || type == FieldType.YES_NO)
            return List.of(
                    new Choice("true", text("registration.form.yes", locale)),
                    new Choice("false", text("registration.delegates.no", locale)));
        return List.copyOf(options.values());
    }

    private List<Choice> fees(UUID conference, Locale locale) {
        return fees.all(conference).stream()
                .map(fee -> new Choice(fee.key(), label(fee.name().in(locale), fee.key())))
                .toList();
    }

    private List<Choice> rights(Locale locale) {
        return Arrays.stream(Fee.Right.values())
                .map(right -> new Choice(right.wire(), text("registration.fee.right." + right.wire(), locale)))
                .toList();
    }

    private List<Choice> statuses(Locale locale) {
        return STATUSES.stream()
                .map(status -> new Choice(status, text("status." + status.replace('_', '-'), locale)))
                .toList();
    }

    private List<Choice> origins(Locale locale) {
        return List.of(
                new Choice("domestic", text("registration.delegates.domestic", locale)),
                new Choice("foreign", text("registration.delegates.foreign", locale)));
    }

    private List<Choice> settled(Locale locale) {
        return ImportMapping.SETTLED.stream()
                .map(each -> new Choice(each, text("registration.import.settled-" + each.replace('_', '-'), locale)))
                .toList();
    }

    private List<Choice> callBacks(Locale locale) {
        return java.util.stream.Stream.of("complete", "part", "none")
                .map(state -> new Choice(state, text("registration.call-back.state-" + state, locale)))
                .toList();
    }

    private List<Choice> sources(Locale locale) {
        return Arrays.stream(Source.values())
                .map(source -> new Choice(
                        source.wire(),
                        text("registration.source." + source.wire().replace('_', '-'), locale)))
                .toList();
    }

    private static List<Choice> languages(Locale locale) {
        return Languages.ALL.stream()
                .map(each -> new Choice(each.toLanguageTag(), each.getDisplayLanguage(locale)))
                .toList();
    }

    private String label(String key, Locale locale) {
        return text("registration.delegates.column." + key, locale);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
