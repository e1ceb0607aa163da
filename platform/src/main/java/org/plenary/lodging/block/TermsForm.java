package org.plenary.lodging.block;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Posted;
import org.plenary.lodging.hotel.BlockTerms;
import org.plenary.lodging.hotel.LocalTax;
import org.plenary.lodging.hotel.PaymentWay;
import org.plenary.lodging.hotel.TermsInput;
import org.plenary.lodging.hotel.TermsInput.ReleaseInput;
import org.plenary.lodging.hotel.TermsInput.StepInput;
import org.plenary.lodging.hotel.TermsInput.TaxInput;
import org.plenary.lodging.hotel.TermsInput.WayInput;

/** The form of a block's terms. Rows without anything in them are left out. */
final class TermsForm {
    static final int ROWS = 4;
    private static final String DEPOSIT = "deposit_percent";

    private TermsForm() {}

    static Posted of(BlockTerms terms) {
        var form = Posted.empty()
                .set("opens_on", terms.opensOn())
                .set("closes_on", terms.closesOn())
                .set("at_cut_off", terms.atCutOff().wire())
                .set("attrition_percent", terms.attritionPercent())
                .set("clauses", terms.clauses())
                .set("tax_rate", terms.taxRate().toPlainString());
        ways(form, terms.ways());
        for (var i = 0; i < terms.releases().size(); i++)
            form.set("releases." + i + ".on", terms.releases().get(i).on())
                    .set("releases." + i + ".percent", terms.releases().get(i).percent());
        for (var i = 0; i < terms.cancellation().size(); i++)
            form.set(
                            "cancellation." + i + ".days_before",
                            terms.cancellation().get(i).daysBefore())
                    .set(
                            "cancellation." + i + ".percent",
                            terms.cancellation().get(i).percent());
        for (var i = 0; i < terms.taxes().size(); i++) {
            var tax = terms.taxes().get(i);
            var row = "taxes." + i;
            form.set(row + ".key", tax.key())
                    .set(row + ".name", tax.name())
                    .set(row + ".per", tax.per().wire())
                    .set(row + ".amount", tax.amount())
                    .set(
                            row + ".percent",
                            tax.percent() == null ? null : tax.percent().toPlainString())
                    .set(row + ".at_hotel", tax.atHotel());
        }
        return form;
    }

    static void ways(Posted form, List<PaymentWay> ways) {
        form.set("ways", ways.stream().map(way -> way.kind().wire()).toList());
        ways.stream()
                .filter(way -> way.kind() == PaymentWay.Kind.DEPOSIT)
                .forEach(way -> form.set(DEPOSIT, way.percent()));
    }

    static int rows(int there) {
        return Math.max(ROWS, there + 1);
    }

    static TermsInput input(Posted form, CurrencyUnit currency) {
        var releases = new ArrayList<@Nullable ReleaseInput>();
        var steps = new ArrayList<@Nullable StepInput>();
        var taxes = new ArrayList<@Nullable TaxInput>();
        for (var i = 0; i < 30; i++) {
            var release = "releases." + i;
            if (form.hasAny(release + "."))
                releases.add(new ReleaseInput(form.date(release + ".on"), form.integer(release + ".percent")));
            var step = "cancellation." + i;
            if (form.hasAny(step + "."))
                steps.add(new StepInput(form.integer(step + ".days_before"), form.integer(step + ".percent")));
            var tax = "taxes." + i;
            if (form.hasAny(tax + ".name.") || form.hasAny(tax + ".amount") || form.hasAny(tax + ".percent"))
                taxes.add(new TaxInput(
                        form.text(tax + ".key"),
                        form.texts(tax + ".name"),
                        per(form.get(tax + ".per")),
                        form.money(tax + ".amount", currency),
                        form.decimal(tax + ".percent"),
                        form.isOn(tax + ".at_hotel")));
        }
        return new TermsInput(
                form.date("opens_on"),
                form.date("closes_on"),
                atCutOff(form),
                releases,
                form.integer("attrition_percent"),
                form.texts("clauses"),
                form.decimal("tax_rate"),
                taxes,
                ways(form),
                steps);
    }

    static BlockTerms.CutOffAction atCutOff(Posted form) {
        return form.get("at_cut_off").equals(BlockTerms.CutOffAction.KEEP.wire())
                ? BlockTerms.CutOffAction.KEEP
                : BlockTerms.CutOffAction.RELEASE;
    }

    /** In the order in which they are listed, what is paid at once first. */
    static List<@Nullable WayInput> ways(Posted form) {
        var ways = new ArrayList<@Nullable WayInput>();
        for (var kind : PaymentWay.Kind.values())
            if (form.all("ways").contains(kind.wire()))
                ways.add(new WayInput(
                        kind, kind == PaymentWay.Kind.DEPOSIT ? form.integer(DEPOSIT) : Integer.valueOf(0)));
        return ways;
    }

    private static LocalTax.@Nullable Per per(String value) {
        for (var per : LocalTax.Per.values()) if (per.wire().equals(value)) return per;
        return null;
    }

    /** Brings messages of the API's members to the fields of the form. */
    static Map<String, String> onFields(Map<String, String> errors) {
        var placed = new LinkedHashMap<String, String>();
        errors.forEach((field, message) -> placed.putIfAbsent(onField(field), message));
        return placed;
    }

    private static String onField(String pointer) {
        var field = pointer.startsWith("terms.") ? pointer.substring("terms.".length()) : pointer;
        if (field.matches("ways\\.\\d+\\.percent")) return DEPOSIT;
        if (field.startsWith("ways")) return "ways";
        if (field.endsWith(".name") || field.equals("clauses")) return field + "." + Posted.TAGS.getFirst();
        return field.toLowerCase(Locale.ROOT)
                .replace(".amount.amount", ".amount")
                .replace(".amount.currency", ".amount");
    }
}
