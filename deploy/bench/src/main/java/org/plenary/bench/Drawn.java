package org.plenary.bench;

import java.util.List;

/**
 * What pgbench takes anew for each transaction where the work that was looked at had one value.
 *
 * @param set the line of its script that chooses; empty for none
 * @param value as it stood in the statements
 * @param sql what stands there instead
 */
record Drawn(String set, String value, String sql) {
    /** A number of twelve digits that no transaction had before. */
    static Drawn code(String value) {
        return new Drawn("", value, TransactionScript.NUMBER);
    }

    /** One fee or another by chance, where the work always had the first. */
    static List<Drawn> fees(int count) {
        if (count == 1) return List.of();
        return List.of(new Drawn(
                "\\set fee random(0, " + (count - 1) + ")", Sale.feeKey(0), "'fee' || lpad(:fee::text, 3, '0')"));
    }
}
