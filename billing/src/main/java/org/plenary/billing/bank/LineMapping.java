package org.plenary.billing.bank;

import java.util.List;
import java.util.Locale;
import org.plenary.kernel.TableFile;

/**
 * What the columns of a bank's table are taken for.
 *
 * @param targets one of {@link #TARGETS} for each column; empty when it is left out
 * @param dates {@code ymd}, {@code dmy} or {@code mdy}
 * @param decimal the mark before the cents
 * @param currency of lines that do not say it
 */
record LineMapping(List<String> targets, String dates, String decimal, String currency) {
    static final List<String> TARGETS = List.of("date", "amount", "currency", "payer", "iban", "text", "bank_id");
    static final List<String> DATES = List.of("ymd", "dmy", "mdy");
    static final List<String> DECIMALS = List.of(",", ".");

    private static final List<List<String>> WORDS = List.of(
            List.of("buchung", "date", "datum", "日期"),
            List.of("betrag", "amount", "credit", "金额"),
            List.of("währung", "waehrung", "currency", "币种"),
            List.of(
                    "auftraggeber",
                    "zahlungspflichtige",
                    "payer",
                    "debtor",
                    "counterparty",
                    "sender",
                    "name",
                    "对方户名",
                    "付款人"),
            List.of("iban", "account", "kontonummer", "账号"),
            List.of(
                    "verwendungszweck",
                    "remittance",
                    "reference",
                    "purpose",
                    "text",
                    "description",
                    "memo",
                    "附言",
                    "摘要"),
            List.of("bank id", "transaction id", "referenz", "流水号"));

    LineMapping {
        targets = List.copyOf(targets);
    }

    /** What the names of the columns, and their values, look like. */
    static LineMapping guess(TableFile file, String currency) {
        var targets = new java.util.ArrayList<String>();
        for (var name : file.header()) {
            var target = target(name.toLowerCase(Locale.ROOT));
            targets.add(targets.contains(target) ? "" : target);
        }
        var amounts = samples(file, targets.indexOf("amount"));
        var dates = samples(file, targets.indexOf("date"));
        return new LineMapping(
                targets,
                dates.matches("\\d{4}-.*") ? "ymd" : dates.contains("/") ? "mdy" : "dmy",
                amounts.matches("(?s).*\\.\\d{1,2}(\\D.*)?") && !amounts.matches("(?s).*,\\d{1,2}(\\D.*)?") ? "." : ",",
                currency);
    }

    private static String target(String name) {
        for (var i = 0; i < TARGETS.size(); i++)
            if (WORDS.get(i).stream().anyMatch(name::contains)) return TARGETS.get(i);
        return "";
    }

    private static String samples(TableFile file, int column) {
        return column < 0 ? "" : file.samples(column);
    }
}
