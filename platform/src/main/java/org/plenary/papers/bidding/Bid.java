package org.plenary.papers.bidding;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much somebody would like to review a paper. Who says nothing has no bid. */
public enum Bid {
    EAGER(2),
    WILLING(1),
    UNWILLING(-2);

    private final int weight;

    Bid(int weight) {
        this.weight = weight;
    }

    /** As the assignment counts it, from −2 to 2. */
    public int weight() {
        return weight;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Bid> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    static Bid ofWeight(int weight) {
        return Arrays.stream(values())
                .filter(each -> each.weight == weight)
                .findFirst()
                .orElseThrow();
    }
}
