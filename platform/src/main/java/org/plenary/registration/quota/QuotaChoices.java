package org.plenary.registration.quota;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.kernel.web.Choice;
import org.plenary.registration.fee.Fees;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What can be a member of a quota, in the reader's language. */
@Component
class QuotaChoices {
    private final Fees fees;
    private final Forms forms;
    private final MessageSource messages;

    QuotaChoices(Fees fees, Forms forms, MessageSource messages) {
        this.fees = fees;
        this.forms = forms;
        this.messages = messages;
    }

    record Choices(List<Choice> fees, List<Choice> categories, List<Choice> options, String everybody) {
        /** The members by their names, in one line. */
        String describe(Quota.Members members) {
            if (Boolean.TRUE.equals(members.everybody())) return everybody;
            return String.join(
                    " · ",
                    Stream.of(
                                    named(categories, Quota.Members.list(members.categories())),
                                    named(fees, Quota.Members.list(members.fees())),
                                    named(options, Quota.Members.list(members.options())))
                            .flatMap(List::stream)
                            .toList());
        }

        private static List<String> named(List<Choice> choices, List<String> keys) {
            return keys.stream()
                    .map(key -> choices.stream()
                            .filter(choice -> choice.value().equals(key))
                            .map(Choice::label)
                            .findFirst()
                            .orElse(key))
                    .toList();
        }
    }

    Choices of(ConferenceView conference, Locale locale) {
        var all = fees.all(conference.id());
        var categories = new LinkedHashMap<String, String>();
        for (var fee : all) {
            var category = fee.category();
            if (category == null) continue;
            category.values().values().stream()
                    .filter(name -> !name.isBlank())
                    .findFirst()
                    .ifPresent(name -> categories.put(name, category.in(locale)));
        }
        var options = forms.newest(Purpose.REGISTRATION, conference.id())
                .definition()
                .fields()
                .flatMap(field -> field.options().stream()
                        .map(option -> new Choice(
                                field.key() + ":" + option.key(),
                                field.label().in(locale) + ": " + option.label().in(locale))))
                .toList();
        return new Choices(
                all.stream()
                        .map(fee -> new Choice(fee.key(), fee.name().in(locale)))
                        .toList(),
                categories.entrySet().stream()
                        .map((Map.Entry<String, String> each) -> new Choice(each.getKey(), each.getValue()))
                        .toList(),
                options,
                messages.getMessage("registration.quotas.everybody", null, locale));
    }
}
