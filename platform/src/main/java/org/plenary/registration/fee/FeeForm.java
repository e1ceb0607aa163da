package org.plenary.registration.fee;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Posted;
import tools.jackson.databind.node.JsonNodeFactory;

/** A fee as the organizer's page sends and shows it. */
final class FeeForm {
    /** As many price steps as the page offers. */
    static final int STEPS = 4;

    static final List<String> RIGHTS =
            Arrays.stream(Fee.Right.values()).map(Fee.Right::wire).toList();

    private FeeForm() {}

    static FeeInput input(Posted form, @Nullable String key, CurrencyUnit currency) {
        var prices = new ArrayList<FeeInput.PriceInput>();
        for (var i = 0; i < STEPS; i++) {
            var amount = form.money("prices." + i + ".amount", currency);
            var until = form.date("prices." + i + ".until");
            if (amount != null) prices.add(new FeeInput.PriceInput(amount, until));
        }
        var code = form.text("requires_code");
        var tax = form.decimal("tax_rate");
        return new FeeInput(
                key == null ? form.get("key").strip() : key,
                form.texts("name"),
                form.texts("category"),
                form.integer("capacity"),
                prices,
                code == null ? null : JsonNodeFactory.instance.stringNode(code),
                tax == null ? null : JsonNodeFactory.instance.numberNode(tax),
                form.money("on_site", currency),
                !form.get("tax_included").equals("false"),
                form.texts("zero_tax_reason"),
                form.all("rights").isEmpty() ? null : form.all("rights"),
                group(form),
                form.isOn("reverse_charge"));
    }

    private static FeeInput.@Nullable GroupInput group(Posted form) {
        var from = form.integer("group_discount.from");
        var percent = form.decimal("group_discount.percent");
        if (from == null && percent == null) return null;
        return new FeeInput.GroupInput(
                from == null ? 0 : from,
                JsonNodeFactory.instance.numberNode(percent == null ? BigDecimal.ZERO : percent));
    }

    static Posted filled(Fee fee) {
        var form = Posted.empty()
                .set("key", fee.key())
                .set("name", fee.name())
                .set("category", fee.category())
                .set("capacity", fee.capacity())
                .set("requires_code", fee.code())
                .set("tax_rate", fee.taxRate())
                .set("on_site", fee.onSite())
                .set("tax_included", fee.terms().taxIncluded())
                .set("zero_tax_reason", fee.terms().zeroTaxReason())
                .set("reverse_charge", fee.terms().reverseCharge())
                .set(
                        "rights",
                        fee.terms().rights().stream().map(Fee.Right::wire).toList())
                .set("version", fee.version());
        var group = fee.terms().groupDiscount();
        if (group != null) form.set("group_discount.from", group.from()).set("group_discount.percent", group.percent());
        for (var i = 0; i < fee.prices().size(); i++)
            form.set("prices." + i + ".amount", fee.prices().get(i).amount())
                    .set("prices." + i + ".until", fee.prices().get(i).until());
        return form;
    }

    /** Brings messages to fields that are there. */
    static Map<String, String> onFields(Map<String, String> errors) {
        var placed = new LinkedHashMap<String, String>();
        errors.forEach((field, message) -> {
            var at = switch (field) {
                case "name", "category", "zero_tax_reason" -> field + ".en";
                case "prices" -> "prices.0.amount";
                default -> field.replaceFirst("\\.amount\\.(amount|currency)$", ".amount");
            };
            placed.putIfAbsent(at, message);
        });
        return placed;
    }
}
