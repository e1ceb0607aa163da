package org.plenary.lodging.tour;

import org.joda.money.Money;

/** Some places on a tour, checked. */
record Places(Tour tour, int quantity) {
    static final int MOST = 50;

    Places {
        if (quantity < 1 || quantity > MOST) throw new IllegalArgumentException("from one place to " + MOST);
    }

    Money total() {
        return tour.price().multipliedBy(quantity);
    }
}
