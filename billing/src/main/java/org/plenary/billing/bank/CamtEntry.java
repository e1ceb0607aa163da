package org.plenary.billing.bank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One entry of a statement while it is read: its own fields by their paths, and those of each payment in it. */
final class CamtEntry {
    private static final String DETAILS = "NtryDtls/TxDtls";
    private static final String CREDIT = "CRDT";
    private static final int MOST_DETAILS = 50_000;
    private static final int MOST_FIELDS = 500;
    private static final int LONGEST_TEXT = 10_000;

    private final Map<String, String> own = new LinkedHashMap<>();
    private final List<Map<String, String>> details = new ArrayList<>();
    private String currency = "";

    void begin() {
        if (details.size() == MOST_DETAILS) throw new IllegalArgumentException("more payments than an entry has");
        details.add(new LinkedHashMap<>());
    }

    void currency(@Nullable String code) {
        if (code != null) currency = code;
    }

    void put(String where, String text) {
        var isDetail = where.startsWith(DETAILS + "/") && !details.isEmpty();
        var fields = isDetail ? details.getLast() : own;
        var path = isDetail ? where.substring(DETAILS.length() + 1) : where;
        if (fields.size() == MOST_FIELDS) throw new IllegalArgumentException("more fields than an entry has");
        // what is written with a payment may stand in several pieces
        var isInPieces = path.endsWith("Ustrd") || path.endsWith("Ref");
        var all = fields.merge(path, text, (one, more) -> isInPieces ? one + " " + more : one);
        if (all.length() > LONGEST_TEXT) throw new IllegalArgumentException("a text without an end");
        if (path.equals("Amt") || path.endsWith("/Amt")) fields.putIfAbsent(path + "@Ccy", currency);
    }

    /** The money that came in by it: none when it went out, was taken back, or is only announced. */
    List<StatementLine> lines(String account) {
        var status = first(own, "Sts/Cd", "Sts");
        if (!status.isEmpty() && !status.equals("BOOK")) return List.of();
        if (!CREDIT.equals(own.get("CdtDbtInd")) || "true".equals(own.get("RvslInd"))) return List.of();
        if (details.size() < 2) return List.of(line(account, details.isEmpty() ? Map.of() : details.getFirst(), own));
        return details.stream()
                .filter(each -> each.getOrDefault("CdtDbtInd", CREDIT).equals(CREDIT))
                .map(each -> line(account, each, each))
                .toList();
    }

    private StatementLine line(String account, Map<String, String> detail, Map<String, String> priced) {
        var amountPath = priced == own ? "Amt" : priced.containsKey("Amt") ? "Amt" : "AmtDtls/TxAmt/Amt";
        var amount = Camt.amount(priced.get(amountPath));
        var code = priced.getOrDefault(amountPath + "@Ccy", currency);
        var day = first(own, "BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm");
        return new StatementLine(
                account,
                bankId(detail),
                Camt.day(day),
                Money.of(CurrencyUnit.of(code), amount),
                first(detail, "RltdPties/Dbtr/Nm", "RltdPties/Dbtr/Pty/Nm", "RltdPties/UltmtDbtr/Nm"),
                first(detail, "RltdPties/DbtrAcct/Id/IBAN", "RltdPties/DbtrAcct/Id/Othr/Id"),
                text(detail));
    }

    /** Several payments of one entry are told apart by what they are called themselves. */
    private @Nullable String bankId(Map<String, String> detail) {
        var id = Stream.of(
                        own.get("AcctSvcrRef"),
                        details.size() < 2 ? null : first(detail, "Refs/AcctSvcrRef", "Refs/TxId", "Refs/EndToEndId"))
                .filter(each -> each != null && !each.isEmpty() && !each.equals("NONREF"))
                .toList();
        if (id.isEmpty() && details.size() < 2) {
            var reference = first(detail, "Refs/AcctSvcrRef", "Refs/TxId");
            return reference.isEmpty() ? null : reference;
        }
        return id.isEmpty() ? null : String.join("/", id);
    }

    private String text(Map<String, String> detail) {
        var end = detail.getOrDefault("Refs/EndToEndId", "");
        return Stream.of(
                        detail.get("RmtInf/Strd/CdtrRefInf/Ref"),
                        detail.get("RmtInf/Ustrd"),
                        end.equals("NOTPROVIDED") ? "" : end,
                        detail.get("AddtlTxInf"),
                        own.get("AddtlNtryInf"))
                .filter(each -> each != null && !each.isEmpty())
                .reduce("", (one, more) -> one.isEmpty() ? more : one + " | " + more);
    }

    private static String first(Map<String, String> fields, String... paths) {
        for (var path : paths) {
            var text = fields.get(path);
            if (text != null && !text.isEmpty()) return text;
        }
        return "";
    }
}
