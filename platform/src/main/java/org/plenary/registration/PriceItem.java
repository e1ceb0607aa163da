package org.plenary.registration;

import org.joda.money.Money;

/**
 * Something that has a price, and can have another one in each further currency of its conference.
 *
 * @param key names it for as long as it is the same thing: {@code fee:<key>:<last day, or last>}, {@code fee:<key>:on_site},
 *     {@code option:<field>:<key>}, {@code persons:<field>}, {@code room:<hotel>/<room type>}, {@code tour:<key>}
 * @param name as the organizer calls it
 * @param price in the conference's main currency
 */
public record PriceItem(String key, String name, Money price) {}
