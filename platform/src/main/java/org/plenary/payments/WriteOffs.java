package org.plenary.payments;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** PORT: what is owed and was given up, for the bound tenant. Money that comes all the same is taken. */
public interface WriteOffs {
    /** @param reference what people call what is owed, such as an order's code */
    Money standing(String reference, CurrencyUnit currency);
}
