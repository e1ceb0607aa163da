package org.plenary.registration.voucher;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Posted;
import tools.jackson.databind.node.JsonNodeFactory;

/** Vouchers as the organizer's page sends them. */
final class VoucherForm {
    private VoucherForm() {}

    static VoucherInput input(Posted form, List<CurrencyUnit> currencies) {
        var currency = currencies.getFirst();
        var percent = form.decimal("percent");
        return new VoucherInput(
                form.text("code"),
                form.integer("count"),
                form.text("prefix"),
                form.text("effect"),
                form.money("amount", currency),
                percent == null ? null : JsonNodeFactory.instance.numberNode(percent),
                form.integer("uses"),
                form.integer("uses_per_person"),
                form.date("valid_from"),
                form.date("valid_until"),
                form.all("fees").stream().filter(fee -> !fee.isBlank()).toList(),
                emails(form.text("emails")),
                form.isOn("reserves"),
                form.text("label"),
                currencies.stream()
                        .skip(1)
                        .flatMap(each -> Stream.ofNullable(form.money("amounts." + each.getCode(), each)))
                        .toList());
    }

    static Posted filled(Voucher voucher) {
        var terms = voucher.terms();
        var form = Posted.empty();
        terms.amounts()
                .forEach(each -> form.set("amounts." + each.getCurrencyUnit().getCode(), each));
        return form.set("effect", terms.effect().wire())
                .set("amount", terms.amount())
                .set("percent", terms.percent() == null ? null : terms.percent().toPlainString())
                .set("uses", voucher.uses())
                .set("uses_per_person", terms.usesPerPerson())
                .set("valid_from", terms.validFrom())
                .set("valid_until", terms.validUntil())
                .set("fees", terms.fees())
                .set("emails", String.join("\n", terms.emails()))
                .set("reserves", voucher.reserves())
                .set("label", terms.label())
                .set("version", voucher.version());
    }

    private static List<String> emails(@Nullable String text) {
        if (text == null) return List.of();
        return Arrays.stream(text.split("[\\s,;，；]+"))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Brings messages to fields that are there. */
    static Map<String, String> onFields(Map<String, String> errors) {
        var placed = new LinkedHashMap<String, String>();
        errors.forEach((field, message) ->
                placed.putIfAbsent(field.replaceFirst("^(emails|fees|amount)\\..*", "$1"), message));
        return placed;
    }
}
